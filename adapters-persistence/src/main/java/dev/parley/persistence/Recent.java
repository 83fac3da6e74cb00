package dev.parley.persistence;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * What was found a moment ago, for those who ask again: at most {@link #LIFE} old. What was not found is looked for each time.
 * Thread-safe.
 *
 * @param <K> what is looked for
 * @param <V> what is found
 */
final class Recent<K, V> {

    /** For so long may a change that another node makes go unnoticed. */
    static final Duration LIFE = Duration.ofSeconds(1);

    private static final int MOST = 10_000;

    private final LongSupplier nanos;
    private final Map<K, Found<V>> found = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    Recent(LongSupplier nanos) {
        this.nanos = nanos;
    }

    Optional<V> find(K key, Search<V> search) {
        Found<V> before = found.get(key);
        long now = nanos.getAsLong();
        if (before != null && now - before.at() < LIFE.toNanos()) {
            return Optional.of(before.value());
        }
        long seen = changes.get();
        Optional<V> value = search.run();
        value.ifPresent(v -> keep(key, new Found<>(v, now), seen));
        return value;
    }

    /** Something has changed: everything is looked for again. */
    void forget() {
        changes.incrementAndGet();
        found.clear();
    }

    /** Unless something has changed since the search began: it may have found what was before. */
    private void keep(K key, Found<V> fresh, long seen) {
        if (found.size() >= MOST) {
            found.clear();
        }
        found.put(key, fresh);
        if (changes.get() != seen) {
            found.remove(key, fresh);
        }
    }

    /** Looks for something where it surely is. */
    interface Search<V> {

        /** What there is. */
        Optional<V> run();
    }

    private record Found<V>(V value, long at) {}
}
