package dev.parley.bench.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One line of a ledger.
 *
 * @param at microseconds since 1970
 * @param what what it is about
 * @param facts the rest, by the names that {@link What} gives
 */
public record Entry(long at, What what, Map<String, String> facts) {

    /** Takes a copy of the facts. */
    public Entry {
        facts = Map.copyOf(facts);
    }

    /** Facts as name, value, name, value. */
    public static Entry of(long at, What what, String...facts) {
        var map = new TreeMap<String, String>();
        for (int i = 0; i < facts.length; i += 2) {
            map.put(facts[i], facts[i + 1]);
        }
        return new Entry(at, what, map);
    }

    /** A fact, empty if it is not there. */
    public String get(String name) {
        return Optional.ofNullable(facts.get(name)).orElse("");
    }

    /** A fact that is a number. */
    public int number(String name) {
        return Integer.parseInt(get(name));
    }

    /** Whether an answer of HTTP was a good one. */
    public boolean isTaken() {
        return get("status").matches("2\\d\\d");
    }
}
