package dev.parley.ports.out;

import dev.parley.ports.work.WorkKey;
import java.time.Duration;
import java.util.Optional;

/** What became of a text that came in. */
public sealed interface Acceptance {

    /**
     * It is durable.
     *
     * @param work what it has made due, and in how long; empty when it was done with as it came in
     */
    record Stored(Optional<Due> work) implements Acceptance {}

    /** It was there before. */
    record Duplicate() implements Acceptance {}

    /**
     * Work with a time.
     *
     * @param key which work
     * @param in how long until it is due, from now
     */
    record Due(WorkKey key, Duration in) {}
}
