package dev.parley.simulator;

import dev.parley.ports.Secret;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts what the simulated carrier has to say, the way a real one does. Thread-safe. */
final class SignedPost {

    /** As long as a carrier waits. */
    static final Duration DEADLINE = Duration.ofSeconds(15);

    private final HttpClient http;
    private final InstantSource clock;
    private final Duration deadline;

    /** Waits until {@code deadline} for the whole answer. */
    SignedPost(InstantSource clock, Duration deadline) {
        this.clock = clock;
        this.deadline = deadline;
        this.http = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .connectTimeout(deadline)
                .followRedirects(Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /**
     * Posts once.
     *
     * @return the HTTP status of the answer
     * @throws IOException when there was no whole answer in time
     */
    int post(URI to, String json, Secret secret) throws IOException {
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(signed(to, json, secret), BodyHandlers.discarding());
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (ExecutionException e) {
            throw new IOException("the webhook could not be reached", e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("the webhook did not answer in time", e);
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the webhook");
        }
    }

    private HttpRequest signed(URI to, String json, Secret secret) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(to)
                .header("Content-Type", "application/json")
                .header(SimulatorSignature.TIMESTAMP, timestamp)
                .header(SimulatorSignature.SIGNATURE, new SimulatorSignature(secret).sign(timestamp, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }
}
