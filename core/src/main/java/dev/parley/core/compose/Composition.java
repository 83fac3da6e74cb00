package dev.parley.core.compose;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What composing a text came to. */
public sealed interface Composition {

    /**
     * There are words. Does not print them.
     *
     * @param text what to send
     * @param byModel whether a model found them; otherwise they are the agent's fallback
     */
    record Words(String text, boolean byModel) implements Composition {
        @Override
        public String toString() {
            return "Words[byModel=" + byModel + "]";
        }
    }

    /**
     * There are none: every model that could be asked failed.
     *
     * @param why for the operator
     * @param mayPass whether trying again has a chance
     * @param retryAfter how long the models want to be left alone, when one says so
     */
    record None(String why, boolean mayPass, Optional<Duration> retryAfter) implements Composition {

        /** Both: it may pass when one of them may, and not before both are ready. */
        None and(None other) {
            Optional<Duration> later = Stream.concat(retryAfter.stream(), other.retryAfter.stream()).max(Comparator.naturalOrder());
            return new None(why + "; " + other.why, mayPass || other.mayPass, later);
        }
    }
}
