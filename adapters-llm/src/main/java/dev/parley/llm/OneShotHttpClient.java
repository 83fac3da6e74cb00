package dev.parley.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.parley.ports.model.ModelOutcome.Failure;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The library's HTTP, by rules of ours: one request, no redirect, and a deadline for the whole of it. The library's own
 * client leaves a body that trickles in without any limit.
 */
final class OneShotHttpClient implements HttpClient {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    private static final long LARGEST_BODY = 1024 * 1024;

    private final java.net.http.HttpClient http;
    private final Duration deadline;

    private OneShotHttpClient(Duration deadline) {
        this.deadline = deadline;
        this.http = java.net.http.HttpClient.newBuilder()
                // Several model servers lose the body of a request that offers to go on in HTTP/2.
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(deadline.compareTo(LONGEST_CONNECT) < 0 ? deadline : LONGEST_CONNECT)
                // None of its steps waits: a thread for each, some thirty a request, costs more than they do.
                .executor(Runnable::run)
                .build();
    }

    static HttpClientBuilder builder(Duration deadline) {
        return new Builder(deadline);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpResponse<byte[]> response = exchange(translated(request));
        ErrorAnswer.in(response).ifPresent(error -> {
            throw error.asFailure();
        });
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(response.body())
                .build();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("a text is sent whole: nothing here streams");
    }

    private HttpResponse<byte[]> exchange(java.net.http.HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(
                request,
                BodyHandlers.limiting(
                        BodyHandlers.ofByteArray(),
                        LARGEST_BODY));
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new CallFailed(Failure.TIMEOUT, "no whole answer within " + deadline.toMillis() + " ms");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new CallFailed(Failure.UNAVAILABLE, "given up because we are stopping");
        } catch (ExecutionException e) {
            throw new CallFailed(Failure.UNAVAILABLE, reason(e));
        }
    }

    private static String reason(ExecutionException failure) {
        Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
        boolean unreached = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
        return (unreached ? "it cannot be reached: " : "the connection broke: ") + cause.getClass().getSimpleName();
    }

    private static java.net.http.HttpRequest translated(HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    /** What the library wants to make its client from. Its two timeouts are no match for our one. */
    private record Builder(Duration deadline) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return deadline;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return deadline;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration ignored) {
            return this;
        }

        @Override
        public HttpClient build() {
            return new OneShotHttpClient(deadline);
        }
    }
}
