package dev.parley.ports.in;

import dev.parley.ports.Secret;

/** What becomes of a secret. */
public sealed interface SecretChange {

    /** It stays; a new agent gets a generated one. */
    record Keep() implements SecretChange {}

    /** A generated one takes its place. */
    record Renew() implements SecretChange {}

    /**
     * This one takes its place.
     *
     * @param secret the new one
     */
    record Set(Secret secret) implements SecretChange {}
}
