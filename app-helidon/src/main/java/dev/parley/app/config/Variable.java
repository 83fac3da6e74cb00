package dev.parley.app.config;

import java.util.Optional;

/**
 * One thing that the operator can set. Immutable.
 *
 * @param key its name in {@code application.yaml}, dots between the levels
 * @param name its name in the environment; those without one are only in the file
 * @param format how its value is written
 * @param preset what holds when it is not set
 * @param <T> what its value means
 */
record Variable<T>(String key, Optional<String> name, Format<T> format, Optional<T> preset) {

    static <T> Variable<T> of(String name, String key, Format<T> format) {
        return new Variable<>(key, Optional.of(name), format, Optional.empty());
    }

    static <T> Variable<T> inFile(String key, Format<T> format) {
        return new Variable<>(key, Optional.empty(), format, Optional.empty());
    }

    Variable<T> orElse(T value) {
        return new Variable<>(key, name, format, Optional.of(value));
    }

    /** The same one of something else that only the file can set. */
    Variable<T> at(String otherKey) {
        return new Variable<>(otherKey, Optional.empty(), format, preset);
    }

    /** How the operator knows it best. */
    String title() {
        return name.orElse(key);
    }
}
