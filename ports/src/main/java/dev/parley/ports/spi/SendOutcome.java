package dev.parley.ports.spi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one send came to. The difference that matters is whether the provider may have taken the text: only
 * {@link Throttled} and {@link Unavailable} say that it surely has not and that it may be tried again.
 */
public sealed interface SendOutcome {

    /** The provider took it, and calls it so. */
    static Accepted accepted(String providerId) {
        return new Accepted(List.of(providerId), Optional.empty(), Optional.empty());
    }

    /** The provider said no: our word for why, its code (or the HTTP status when it gives none) and its words. */
    static Refused refused(Reason reason, String code, String text) {
        return new Refused(new ProviderError(reason, code, text));
    }

    /** Too much was asked of the provider: its code and its words, which say nothing about when to try again. */
    static Throttled throttled(String code, String text) {
        return new Throttled(Optional.empty(), new ProviderError(Reason.THROTTLED, code, text));
    }

    /**
     * The provider took it. Does not print the number.
     *
     * @param providerIds its names for the text: one, or one for each part that it reports on separately
     * @param segments how many segments it will bill, when it says so
     * @param from the number that it chose to send from, when it says so
     */
    record Accepted(List<String> providerIds, Optional<Integer> segments, Optional<String> from) implements SendOutcome {
        /** Copies the list and refuses an empty one. */
        public Accepted {
            providerIds = List.copyOf(providerIds);
            if (providerIds.isEmpty()) {
                throw new IllegalArgumentException("an accepted text has an id");
            }
        }

        /** The same one, billed as so many segments. */
        public Accepted segments(int count) {
            return new Accepted(providerIds, Optional.of(count), from);
        }

        @Override
        public String toString() {
            return "Accepted" + providerIds;
        }
    }

    /**
     * The provider said no, and would again.
     *
     * @param error why
     */
    record Refused(ProviderError error) implements SendOutcome {}

    /**
     * The provider did not take it because too much is asked of it; later it will.
     *
     * @param retryAfter how long it wants to be left alone; empty when it does not say
     * @param error its words
     */
    record Throttled(Optional<Duration> retryAfter, ProviderError error) implements SendOutcome {
        /** The same one, to be tried again after {@code pause}. */
        public Throttled retryAfter(Duration pause) {
            return new Throttled(Optional.of(pause), error);
        }
    }

    /**
     * The request never reached the provider: no connection, no name, no TLS.
     *
     * @param detail what went wrong, without addresses of people, text or secrets
     */
    record Unavailable(String detail) implements SendOutcome {}

    /**
     * Nobody knows: the request left, but no answer came that says what it did.
     *
     * @param detail what went wrong, without addresses of people, text or secrets
     */
    record Ambiguous(String detail) implements SendOutcome {}
}
