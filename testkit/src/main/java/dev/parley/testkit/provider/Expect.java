package dev.parley.testkit.provider;

import dev.parley.ports.spi.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a send has to come to when the provider gives a certain answer. */
public sealed interface Expect {

    /**
     * The provider took the text, and calls it so.
     *
     * @param ids one, or one for each part that it reports on separately; none when nobody can tell them beforehand
     */
    static Expect accepted(String...ids) {
        return new Accepted(List.of(ids));
    }

    /** The provider said no. */
    static Expect refused(Reason reason) {
        return new Refused(reason, Optional.empty());
    }

    /** The provider said no, with that code of its own. */
    static Expect refused(Reason reason, String code) {
        return new Refused(reason, Optional.of(code));
    }

    /** Too much was asked; it does not say for how long. */
    static Expect throttled() {
        return new Throttled(Optional.empty());
    }

    /** Too much was asked; it says how long it wants to be left alone. */
    static Expect throttled(Duration retryAfter) {
        return new Throttled(Optional.of(retryAfter));
    }

    /** Nobody can tell from this answer whether the text was taken. */
    static Expect ambiguous() {
        return new Ambiguous();
    }

    /**
     * See {@link Expect#accepted}.
     *
     * @param ids all of them, in order
     */
    record Accepted(List<String> ids) implements Expect {
        /** Copies the list. */
        public Accepted {
            ids = List.copyOf(ids);
        }
    }

    /**
     * See {@link Expect#refused(Reason, String)}.
     *
     * @param reason our word
     * @param code the provider's, when it is to be compared
     */
    record Refused(Reason reason, Optional<String> code) implements Expect {}

    /**
     * See {@link Expect#throttled(Duration)}.
     *
     * @param retryAfter how long to wait; empty when the outcome must not name a time
     */
    record Throttled(Optional<Duration> retryAfter) implements Expect {}

    /** See {@link Expect#ambiguous}. */
    record Ambiguous() implements Expect {}
}
