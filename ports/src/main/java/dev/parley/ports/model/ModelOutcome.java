package dev.parley.ports.model;

import java.time.Duration;
import java.util.Optional;

/** What asking a language model came to. */
public sealed interface ModelOutcome {

    /**
     * It answered. Does not print the text.
     *
     * @param text its words, as they came; may be empty or useless
     * @param usage how many tokens it took
     */
    record Answered(String text, TokenUsage usage) implements ModelOutcome {
        @Override
        public String toString() {
            return "Answered[" + usage + "]";
        }
    }

    /**
     * It did not.
     *
     * @param failure which family of failures
     * @param detail for the operator: the vendor's code and words, no prompt, text or key
     * @param retryAfter how long the vendor wants to be left alone, when it says so
     */
    record Failed(Failure failure, String detail, Optional<Duration> retryAfter) implements ModelOutcome {}

    /** Families of failures. */
    enum Failure {
        /** No answer in time. */
        TIMEOUT,
        /** Too much was asked at once. */
        RATE_LIMITED,
        /** The vendor could not be reached or failed. */
        UNAVAILABLE,
        /** The key is not, or no longer, good, or has no credit. */
        AUTH,
        /** The vendor does not take such a request: no such model, too long a text. */
        REFUSED
    }
}
