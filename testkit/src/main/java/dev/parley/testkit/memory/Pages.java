package dev.parley.testkit.memory;

import dev.parley.ports.Cursor;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Cuts pages out of rows. */
final class Pages {

    private static final Comparator<Cursor> NEWEST_FIRST =
            Comparator.comparing(Cursor::at).thenComparing(c -> c.id().toString()).reversed();

    private Pages() {}

    static <T> Page<T> cut(Stream<T> rows, Function<T, Cursor> place, PageRequest page) {
        List<T> rest = rows.filter(r -> page.after().map(c -> NEWEST_FIRST.compare(place.apply(r), c) > 0).orElse(true))
                .sorted(Comparator.comparing(place, NEWEST_FIRST))
                .toList();
        List<T> items = rest.subList(0, Math.min(page.limit(), rest.size()));
        return new Page<>(items, items.size() < rest.size() ? Optional.of(place.apply(items.getLast())) : Optional.empty());
    }
}
