package dev.parley.app.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What one variable does: where its effect shows, the effect of not being set, and texts that are taken and refused. */
record Expectation(String name, Function<Configuration, ?> effect, Object preset, Map<String, Object> taken, List<String> refused) {

    static Expectation of(String name, Object preset, Function<Configuration, ?> effect) {
        return new Expectation(name, effect, preset, Map.of(), List.of());
    }

    Expectation takes(String text, Object as) {
        var more = new HashMap<>(taken);
        more.put(text, as);
        return new Expectation(name, effect, preset, Map.copyOf(more), refused);
    }

    Expectation refuses(String...texts) {
        return new Expectation(name, effect, preset, taken, Stream.concat(refused.stream(), Stream.of(texts)).toList());
    }
}
