package dev.parley.ports;

import java.util.Optional;

/**
 * Which page of a list is wanted. Immutable.
 *
 * @param limit how many rows, 1 to 100
 * @param after the end of the page before; empty for the first
 */
public record PageRequest(int limit, Optional<Cursor> after) {

    /** The most rows a page can have. */
    public static final int MAX = 100;

    /** The first page, as long as it gets. */
    public static final PageRequest FIRST = new PageRequest(MAX, Optional.empty());

    /** Refuses a limit outside 1 to 100 with an {@link IllegalArgumentException}. */
    public PageRequest {
        if (limit < 1 || limit > MAX) {
            throw new IllegalArgumentException("limit must be between 1 and " + MAX);
        }
    }
}
