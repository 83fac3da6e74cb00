package dev.parley.app.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The members of an object of texts, numbers and flags, all of them as text. Immutable.
 *
 * @param values by name; without a value where the member is null
 */
public record Scalars(Map<String, Optional<String>> values) {

    /** Copies the map. */
    public Scalars {
        values = Map.copyOf(values);
    }

    /** Those that have a value. */
    public <T> Map<String, T> given(Function<String, T> reading) {
        return values.entrySet()
                .stream()
                .filter(e -> e.getValue().isPresent())
                .collect(Collectors.toMap(Map.Entry::getKey, e -> reading.apply(e.getValue().orElseThrow())));
    }

    /** What a merge patch of them changes: those without a value are removed. */
    public <T> Map<String, Optional<T>> changes(Function<String, T> reading) {
        Map<String, Optional<T>> changes = new HashMap<>();
        values.forEach((name, value) -> changes.put(name, value.map(reading)));
        return changes;
    }

    /** A merge patch that removes all of them. */
    static Scalars removing(Set<String> names) {
        return new Scalars(names.stream().collect(Collectors.toMap(Function.identity(), _ -> Optional.empty())));
    }
}
