package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves when it is told to, and notices when it is looked at. */
final class TestClock implements InstantSource {

    private static final long PATIENCE_SECONDS = 5;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-31T12:00:00.123456Z"));
    private final Semaphore looks = new Semaphore(0);

    @Override
    public Instant instant() {
        Instant seen = now.get();
        looks.release();
        return seen;
    }

    void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    /** Does something, and waits until somebody looked at the clock because of it. */
    void untilLookedAt(Runnable action) {
        looks.drainPermits();
        action.run();
        try {
            assertTrue(looks.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS), "nobody looked at the clock");
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
