package dev.parley.testkit.fake;

import dev.parley.ports.out.IdSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that count: {@code 00000000-0000-7000-8000-000000000001} and so on. The same in every run, so that a failure can be
 * read twice. Thread-safe.
 */
public final class SequentialIds implements IdSource {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final AtomicLong last = new AtomicLong();

    /** Ids that count from 1. */
    public SequentialIds() {}

    @Override
    public UUID next() {
        return new UUID(VERSION_7, VARIANT | last.incrementAndGet());
    }
}
