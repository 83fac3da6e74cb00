package dev.parley.core.connection;

import dev.parley.ports.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Lets one piece of work on a connection begin at a time, and the next one only after a pause. Thread-safe. */
final class Turns {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Map<ConnectionId, Instant> taken = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Turns(InstantSource clock) {
        this.clock = clock;
    }

    /** Does the work; nothing when it is not its turn. */
    <T> Optional<T> take(ConnectionId connection, Supplier<T> work) {
        Instant now = clock.instant();
        taken.values().removeIf(until -> !until.isAfter(now));
        if (taken.putIfAbsent(connection, Instant.MAX) != null) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            taken.put(connection, now.plus(PAUSE));
        }
    }
}
