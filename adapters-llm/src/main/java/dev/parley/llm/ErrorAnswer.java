package dev.parley.llm;

import dev.parley.ports.model.ModelOutcome.Failed;
import dev.parley.ports.model.ModelOutcome.Failure;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An HTTP answer that is an error, and what it means to us.
 *
 * @param status the HTTP status
 * @param failure which family of failures that is
 * @param body what came with it, any text
 * @param retryAfter how long the vendor wants to be left alone
 */
record ErrorAnswer(int status, Failure failure, String body, Optional<Duration> retryAfter) {

    /** The first row that fits counts: its status, and a word in the body where one is given. */
    private static final List<Row> ROWS = List.of(
            // https://ai.google.dev/api/generate-content#BlockReason
            new Row(200, 200, "\"blockReason\"", Failure.REFUSED),
            // https://ai.google.dev/gemini-api/docs/troubleshooting
            new Row(400, 400, "API_KEY_INVALID", Failure.AUTH),
            // https://platform.claude.com/docs/en/api/errors
            new Row(400, 400, "credit balance is too low", Failure.AUTH),
            // https://platform.openai.com/docs/guides/error-codes
            new Row(429, 429, "insufficient_quota", Failure.AUTH),
            new Row(401, 403, "", Failure.AUTH),
            new Row(408, 408, "", Failure.TIMEOUT),
            new Row(429, 429, "", Failure.RATE_LIMITED),
            new Row(504, 504, "", Failure.TIMEOUT),
            // Anthropic's 529, "overloaded", among them.
            new Row(500, 599, "", Failure.UNAVAILABLE),
            new Row(300, 499, "", Failure.REFUSED));

    private record Row(int from, int to, String marker, Failure failure) {

        boolean fits(int status, String body) {
            return from <= status && status <= to && body.contains(marker);
        }
    }

    /** The error that the answer is; nothing when it is none. */
    static Optional<ErrorAnswer> in(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        String body = new String(response.body(), StandardCharsets.UTF_8);
        return ROWS.stream()
                .filter(row -> row.fits(status, body))
                .map(row -> new ErrorAnswer(status, row.failure, body, RetryAfter.of(response.headers(), body)))
                .findFirst();
    }

    CallFailed asFailure() {
        return new CallFailed(
                new Failed(failure, "HTTP " + status + VendorWords.in(body).map(words -> " " + words).orElse(""), retryAfter));
    }
}
