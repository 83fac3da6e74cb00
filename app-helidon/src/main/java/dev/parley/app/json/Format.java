package dev.parley.app.json;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a string stands for a value. Immutable.
 *
 * @param code a stable word for programs, when it does not
 * @param detail a sentence for people that says what is accepted
 * @param parse reads it; empty when it does not stand for a value
 * @param <T> the value
 */
public record Format<T>(String code, String detail, Function<String, Optional<T>> parse) {

    /** One of a few agreed words. */
    public static <T> Format<T> oneOf(Collection<T> values, Function<T, String> word) {
        Map<String, T> byWord = values.stream().collect(Collectors.toMap(word, Function.identity()));
        return new Format<>(
                "not_allowed",
                "Must be one of " + String.join(", ", new TreeSet<>(byWord.keySet())) + ".",
                text -> Optional
                        .ofNullable(byWord.get(text)));
    }

    /** The words as they come. */
    public static Format<String> any() {
        return new Format<>("not_allowed", "Any text.", Optional::of);
    }
}
