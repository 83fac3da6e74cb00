package dev.parley.ports.in;

import dev.parley.ports.Secret;
import java.util.Optional;

/** Makes the organization {@code default} and its first key, once. Thread-safe. */
public interface PrepareInstallation {

    /**
     * Makes what a start needs and is not there yet.
     *
     * @param wish which key the operator wants to have
     * @return a key made just now because there was none: to be shown this once
     */
    Optional<Secret> prepare(OperatorKey wish);

    /** Which key the operator wants to have. */
    sealed interface OperatorKey {

        /**
         * This one: it is added when it is not there.
         *
         * @param key the key
         */
        record Configured(Secret key) implements OperatorKey {}

        /** Any: one is made when there is none. */
        record Generated() implements OperatorKey {}
    }
}
