package dev.parley.ports.in;

import dev.parley.ports.Secret;
import java.util.Optional;

/** Makes the organization {@code default} and its first key, once. Thread-safe. */
public interface PrepareInstallation {

    /**
     * Makes what a start needs and is not there yet.
     *
     * @param configuredKey the key that the operator wants to have; it is added when it is not there
     * @return a key made just now because there was none and none was configured: to be shown this once
     */
    Optional<Secret> prepare(Optional<Secret> configuredKey);
}
