package dev.parley.app.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** As many values as there is room for; the one that was not used for the longest time makes room for a new one. Thread-safe. */
final class RecentlyUsed<K, V> {

    private final Map<K, Slot<V>> slots;

    RecentlyUsed(int room) {
        slots = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Slot<V>> eldest) {
                return size() > room;
            }
        };
    }

    /** The value of that key; made when there is none or it is not good any more. Whoever wants that of another key does not wait. */
    V get(K key, Predicate<V> isGood, Supplier<V> maker) {
        return slot(key).get(isGood, maker);
    }

    private synchronized Slot<V> slot(K key) {
        return slots.computeIfAbsent(key, _ -> new Slot<>());
    }

    /** Where the value of one key is, or will be. */
    private static final class Slot<V> {

        private Optional<V> value = Optional.empty();

        synchronized V get(Predicate<V> isGood, Supplier<V> maker) {
            V good = value.filter(isGood).orElseGet(maker);
            value = Optional.of(good);
            return good;
        }
    }
}
