package dev.parley.app.config;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a value is written. Immutable.
 *
 * @param accepted what is accepted, as a noun phrase for the operator
 * @param reader makes sense of a value that is not blank
 * @param shown what may be printed of a value that was not accepted
 * @param <T> what it means
 */
record Format<T>(String accepted, Reader<T> reader, UnaryOperator<String> shown) {

    /** Makes sense of a text. */
    @FunctionalInterface
    interface Reader<T> {

        /** What it means; empty when it is not accepted. */
        Optional<T> read(String text);
    }

    static <T> Format<T> open(String accepted, Reader<T> reader) {
        return new Format<>(accepted, text -> reader.read(text.strip()), UnaryOperator.identity());
    }

    static <T> Format<T> secret(String accepted, Reader<T> reader) {
        return new Format<>(accepted, reader, text -> "(hidden)");
    }
}
