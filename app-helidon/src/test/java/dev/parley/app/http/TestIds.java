package dev.parley.app.http;

import dev.parley.ports.out.IdSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that count. */
final class TestIds implements IdSource {

    private final AtomicLong count = new AtomicLong();

    @Override
    public UUID next() {
        return new UUID(0x0197_0000_0000_7000L, 0x8000_0000_0000_0000L + count.incrementAndGet());
    }
}
