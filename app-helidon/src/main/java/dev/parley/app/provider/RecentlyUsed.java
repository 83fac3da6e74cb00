package dev.parley.app.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** As many values as there is room for; the one that was not used for the longest time makes room for a new one. Thread-safe. */
final class RecentlyUsed<K, V> {

    private final Map<K, V> values;

    RecentlyUsed(int room) {
        values = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > room;
            }
        };
    }

    /** The value of that key; made when there is none or it is not good any more, and nothing else is made meanwhile. */
    synchronized V get(K key, Predicate<V> isGood, Supplier<V> maker) {
        V value = values.get(key);
        if (value == null || !isGood.test(value)) {
            value = maker.get();
            values.put(key, value);
        }
        return value;
    }
}
