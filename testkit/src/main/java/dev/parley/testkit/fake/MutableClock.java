package dev.parley.testkit.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved. Thread-safe. */
public final class MutableClock implements InstantSource {

    private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

    private final AtomicReference<Instant> now;

    /** A clock that shows noon of the fifth of January 2026, UTC. */
    public MutableClock() {
        this(START);
    }

    /** A clock that shows that time. */
    public MutableClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Moves the clock on. */
    public void passTime(Duration duration) {
        now.updateAndGet(at -> at.plus(duration));
    }
}
