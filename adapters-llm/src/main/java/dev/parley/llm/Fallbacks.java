package dev.parley.llm;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which model is asked when another one fails. Immutable. */
public final class Fallbacks {

    private final Map<String, ModelConfig> byName;

    private Fallbacks(Map<String, ModelConfig> byName) {
        this.byName = byName;
    }

    /**
     * Of these models, each of a name of its own.
     *
     * @throws InvalidModelConfig when one names a model that is not among them, or is led back to itself
     */
    public static Fallbacks of(List<ModelConfig> configs) {
        var fallbacks = new Fallbacks(
                configs.stream().collect(Collectors.toMap(ModelConfig::name, Function.identity(), (first, _) -> first, TreeMap::new)));
        configs.forEach(fallbacks::check);
        return fallbacks;
    }

    /** The one that is asked when that one fails, if there is one. */
    Optional<String> of(String name) {
        return Optional.ofNullable(byName.get(name)).flatMap(ModelConfig::fallback);
    }

    private void check(ModelConfig config) {
        Optional<String> next = config.fallback();
        Set<String> seen = new HashSet<>(Set.of(config.name()));
        while (next.isPresent()) {
            if (!byName.containsKey(next.get())) {
                throw new InvalidModelConfig(config.name(), "fallback", "leads to a model that is not there; there are " + byName.keySet());
            }
            if (!seen.add(next.get())) {
                throw new InvalidModelConfig(config.name(), "fallback", "goes round in a circle");
            }
            next = of(next.get());
        }
    }
}
