package dev.parley.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.http.Header;

/**
 * Makes each request of Twilio's library once. Its own transport posts again after a 5xx and a 429, which sends a text
 * twice, and ignores timeouts. Keeps nothing of a request. Thread-safe.
 */
final class OneShotTransport extends HttpClient {

    private static final BodyHandler<String> SHORT_TEXT = BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), 256 * 1024);

    private final java.net.http.HttpClient http;
    private final String base;
    private final Duration deadline;

    /** Talks to the server at {@code base}, whatever address the library has in mind. */
    OneShotTransport(URI base, Timeouts timeouts) {
        this.base = base.toString().replaceFirst("/+$", "");
        this.deadline = timeouts.answer();
        this.http = java.net.http.HttpClient.newBuilder()
                // Of HTTP/2 the client may send a request again that the server says it has not seen.
                .version(Version.HTTP_1_1)
                .connectTimeout(timeouts.connect())
                .followRedirects(Redirect.NEVER)
                // None of its steps waits: a thread for each, some thirty a request, costs more than they do.
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        // The library leaves out every value that reads "null", which a text may.
        request.getPostParams().putIfAbsent("Body", List.of("null"));
        HttpResponse<String> answer = exchange(request, new TracedBody(BodyPublishers.ofString(request.encodeFormBody())));
        if (answer.statusCode() / 100 != 2) {
            throw new NoMessage(outcome(answer));
        }
        return new Response(answer.body(), answer.statusCode(), new Header[0]);
    }

    /** The timeout of the client itself ends with the headers; this one holds until the last byte. */
    private HttpResponse<String> exchange(Request request, TracedBody body) {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(post(request, body), SHORT_TEXT);
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new NoMessage(broken(body, e));
        } catch (TimeoutException _) {
            answer.cancel(true);
            throw new NoMessage(new SendOutcome.Ambiguous("Twilio did not finish its answer within " + deadline.toMillis() + " ms"));
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoMessage(new SendOutcome.Ambiguous("the wait for Twilio's answer was interrupted"));
        }
    }

    private HttpRequest post(Request request, TracedBody body) {
        return HttpRequest.newBuilder(URI.create(base + request.constructURL().getFile()))
                .header("Authorization", request.getAuthString())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(body)
                .build();
    }

    private static SendOutcome broken(TracedBody body, ExecutionException e) {
        String causes = Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .skip(1)
                .map(cause -> cause.getClass().getSimpleName())
                .collect(Collectors.joining(", by "));
        return body.mayHaveLeft() ? new SendOutcome.Ambiguous("the connection to Twilio broke: " + causes)
                : new SendOutcome.Unavailable("there is no connection to Twilio: " + causes);
    }

    private static SendOutcome outcome(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 500 || status == 408) {
            return new SendOutcome.Ambiguous("Twilio answered HTTP " + status);
        }
        ProviderError error = TwilioErrors.answered(status, answer.body());
        return status == 429 || error.reason() == Reason.THROTTLED ? new SendOutcome.Throttled(retryAfter(answer), error)
                : new SendOutcome.Refused(error);
    }

    private static Optional<Duration> retryAfter(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(Long::valueOf)
                .map(Duration::ofSeconds);
    }
}
