package dev.parley.bench.check;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * A row of the database.
 *
 * @param cells by the names of columns; what is NULL is not there
 */
public record Row(Map<String, String> cells) {

    /** Takes a copy. */
    public Row {
        cells = Map.copyOf(cells);
    }

    /** A cell, empty if it is NULL. */
    public String get(String column) {
        return Optional.ofNullable(cells.get(column)).orElse("");
    }

    /** Whether something is there. */
    public boolean has(String column) {
        return cells.containsKey(column);
    }

    /** A time; the columns have no zone of their own, and it is UTC. */
    Instant moment(String column) {
        return LocalDateTime.parse(get(column).replaceFirst("[+].*", "").replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    boolean isTrue(String column) {
        return get(column).matches("(?i)1|true");
    }
}
