package dev.parley.app;

import dev.parley.ports.out.IdSource;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * UUIDs of version 7 (<a href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7">RFC 9562</a>): the millisecond, a
 * counter within it so that each is greater than the one before, and 62 random bits. Thread-safe.
 */
final class TimeOrderedIds implements IdSource {

    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long VERSION_7 = 7L << COUNTER_BITS;
    private static final long VARIANT = 1L << 63;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();

    /** Takes a generator that is safe for use by many threads and that nobody can predict. */
    TimeOrderedIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID next() {
        long tick = nextTick();
        long high = (tick >>> COUNTER_BITS << (COUNTER_BITS + 4)) | VERSION_7 | (tick & COUNTER_MASK);
        return new UUID(high, VARIANT | (random.nextLong() >>> 2));
    }

    /** Millisecond and counter as one number: a full counter borrows from the next millisecond, and a clock set back changes nothing. */
    private long nextTick() {
        long now = clock.millis() << COUNTER_BITS;
        return last.updateAndGet(before -> Math.max(before + 1, now));
    }
}
