package dev.parley.ports;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some rows of a longer list, newest first. Immutable.
 *
 * @param items the rows of this page
 * @param next where the following page begins; empty on the last one
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {

    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }

    /** The same page of something else. */
    public <U> Page<U> map(Function<? super T, ? extends U> mapper) {
        return new Page<>(items.stream().<U>map(mapper).toList(), next);
    }
}
