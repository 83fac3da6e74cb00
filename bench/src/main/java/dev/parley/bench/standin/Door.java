package dev.parley.bench.standin;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/** The way to the server as a load balancer goes it: to any node, and to the next where nobody listens. Thread-safe. */
public final class Door implements Way, AutoCloseable {

    /** Nobody listened. */
    public static final int CLOSED = -1;
    /** Somebody listened, and said nothing. */
    public static final int SILENT = 0;

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private final Duration patience;

    private final HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(CONNECT).build();
    private final AtomicReference<List<URI>> nodes = new AtomicReference<>(List.of());

    /** One that leads nowhere yet, and how long to wait for an answer. */
    public Door(Duration patience) {
        this.patience = patience;
    }

    /** From now on it leads there. */
    public void lead(List<URI> to) {
        nodes.set(List.copyOf(to));
    }

    /**
     * What came back.
     *
     * @param status of HTTP, or {@link #CLOSED} or {@link #SILENT}
     */
    public record Answer(int status, String body, Map<String, List<String>> headers) {

        /** Whether it was done. */
        public boolean isGood() {
            return status / 100 == 2;
        }

        static Answer none(int why) {
            return new Answer(why, "", Map.of());
        }
    }

    @Override
    public Answer ask(String method, String target, Map<String, String> headers, String body) throws InterruptedException {
        List<URI> all = nodes.get();
        int first = all.isEmpty() ? 0 : ThreadLocalRandom.current().nextInt(all.size());
        Answer answer = Answer.none(CLOSED);
        for (int i = 0; i < all.size() && answer.status() == CLOSED; i++) {
            answer = ask(all.get((first + i) % all.size()), target, request(method, headers, body));
        }
        return answer;
    }

    private Answer ask(URI node, String target, HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request.uri(node.resolve(target)).build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer.headers().map());
        } catch (ConnectException | HttpConnectTimeoutException _) {
            return Answer.none(CLOSED);
        } catch (IOException _) {
            return Answer.none(SILENT);
        }
    }

    private HttpRequest.Builder request(String method, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder().timeout(patience).method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return request;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
