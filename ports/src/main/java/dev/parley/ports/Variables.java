package dev.parley.ports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values for the {@code {{names}}} of a prompt: a tree of maps whose leaves are strings, numbers and booleans. Immutable.
 *
 * @param values by name; a map as value is reached with a dot, as in {@code contact.name}
 */
public record Variables(Map<String, Object> values) {

    /** Nothing at all. */
    public static final Variables NONE = new Variables(Map.of());

    /** Copies the outer map. */
    public Variables {
        values = Map.copyOf(values);
    }

    /** These values, and where both have a name, those of {@code stronger}. */
    public Variables overriddenBy(Variables stronger) {
        var all = new HashMap<>(values);
        all.putAll(stronger.values);
        return new Variables(all);
    }

    /**
     * Looks a name up.
     *
     * @param name such as {@code plan} or {@code contact.name}; a name that holds dots itself wins over a path
     * @return the value as text; empty when there is none, or it is a whole object or list
     */
    public Optional<String> find(String name) {
        return find(values, name).filter(v -> !(v instanceof Map || v instanceof List)).map(String::valueOf);
    }

    private static Optional<Object> find(Map<?, ?> scope, String name) {
        Object direct = scope.get(name);
        int dot = name.indexOf('.');
        if (direct != null || dot < 0) {
            return Optional.ofNullable(direct);
        }
        return scope.get(name.substring(0, dot)) instanceof Map<?, ?> inner ? find(inner, name.substring(dot + 1)) : Optional.empty();
    }
}
