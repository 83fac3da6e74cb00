package dev.parley.persistence;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One statement about several rows, in one text for each number of rows, so that texts are few and stay prepared. Immutable.
 *
 * @param sizes the statement about one row, about two, and so on
 */
record SqlFamily(List<Sql> sizes) {

    private static final int LARGEST = 32;

    /**
     * Writes the texts.
     *
     * @param template the statement, with {@code %s} for the rows
     * @param row what stands for the row of that index, counted from 0
     * @param between what stands between rows
     */
    static SqlFamily of(String name, String template, IntFunction<String> row, String between) {
        return new SqlFamily(
                IntStream.rangeClosed(1, LARGEST)
                        .mapToObj(size -> Sql.of(name, template.formatted(rows(size, row, between))))
                        .toList());
    }

    Sql of(int size) {
        return sizes.get(size - 1);
    }

    /** Cuts rows into lots that a statement can take. */
    <T> List<List<T>> lots(List<T> rows) {
        return Stream.iterate(0, from -> from < rows.size(), from -> from + LARGEST)
                .map(from -> rows.subList(from, Math.min(rows.size(), from + LARGEST)))
                .toList();
    }

    private static String rows(int size, IntFunction<String> row, String between) {
        return IntStream.range(0, size).mapToObj(row).collect(Collectors.joining(between));
    }
}
