package dev.parley.ports.notify;

import java.time.Duration;
import java.util.Optional;

/** What one POST to a customer's webhook came to. */
public sealed interface PostOutcome {

    /**
     * The customer's server answered. Does not print what.
     *
     * @param statusCode what
     * @param body the beginning of what it said, at most 1,024 characters
     * @param reply the text in {@code {"reply":"…"}}, when a 2xx answer was such JSON
     * @param retryAfter how long it wants to be left alone, when it says so
     */
    record Answered(int statusCode, String body, Optional<String> reply, Optional<Duration> retryAfter) implements PostOutcome {
        @Override
        public String toString() {
            return "Answered[" + statusCode + "]";
        }
    }

    /**
     * No answer.
     *
     * @param error what went wrong, in words that a customer may see
     */
    record Failed(String error) implements PostOutcome {}
}
