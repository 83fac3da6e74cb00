package dev.parley.vonage;

import dev.parley.ports.spi.SendOutcome;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes each request once, and gives up in time. Keeps nothing of a request. Thread-safe. */
final class Wire {

    private static final BodyHandler<String> SHORT_TEXT = BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), 256 * 1024);

    private final HttpClient http;
    private final Duration deadline;

    Wire(Timeouts timeouts) {
        this.deadline = timeouts.answer();
        this.http = HttpClient.newBuilder()
                // Of HTTP/2 the client may send a request again that the server says it has not seen.
                .version(Version.HTTP_1_1)
                .connectTimeout(timeouts.connect())
                .followRedirects(Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /**
     * Makes a request.
     *
     * @param body the body of that request, which tells whether it may have left
     * @throws NoMessage when no answer came
     */
    Answer exchange(HttpRequest request, TracedBody body) {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, SHORT_TEXT);
        try {
            // The timeout of the client itself ends with the headers; this one holds until the last byte.
            return read(answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw new NoMessage(broken(body, e));
        } catch (TimeoutException _) {
            answer.cancel(true);
            throw new NoMessage(new SendOutcome.Ambiguous("Vonage did not finish its answer within " + deadline.toMillis() + " ms"));
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoMessage(new SendOutcome.Ambiguous("the wait for Vonage's answer was interrupted"));
        }
    }

    private static Answer read(HttpResponse<String> answer) {
        var retryAfter = answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(Long::valueOf)
                .map(Duration::ofSeconds);
        return new Answer(answer.statusCode(), retryAfter, answer.body());
    }

    private static SendOutcome broken(TracedBody body, ExecutionException e) {
        String causes = Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .skip(1)
                .map(cause -> cause.getClass().getSimpleName())
                .collect(Collectors.joining(", by "));
        return body.mayHaveLeft() ? new SendOutcome.Ambiguous("the connection to Vonage broke: " + causes)
                : new SendOutcome.Unavailable("there is no connection to Vonage: " + causes);
    }
}
