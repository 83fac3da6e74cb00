package dev.parley.core.compose;

import dev.parley.ports.model.ModelOutcome;
import java.time.Duration;
import java.util.Optional;

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
     * There are none, and the agent has no fallback.
     *
     * @param why for the operator
     * @param mayPass whether trying again has a chance
     * @param retryAfter how long the model wants to be left alone, when it says so
     */
    record None(String why, boolean mayPass, Optional<Duration> retryAfter) implements Composition {

        static None of(ModelOutcome.Failed failed) {
            boolean mayPass = switch (failed.failure()) {
                case TIMEOUT, RATE_LIMITED, UNAVAILABLE -> true;
                case AUTH, REFUSED -> false;
            };
            return new None(failed.failure() + ": " + failed.detail(), mayPass, failed.retryAfter());
        }
    }
}
