package dev.parley.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One statement about several rows, in one text for each power of two, so that texts are few and stay prepared. Immutable.
 *
 * @param sizes the statement about one row, about two, about four, and so on
 */
record SqlFamily(List<Sql> sizes) {

    /** How many rows the longest text is about. */
    static final int LARGEST = 64;

    /**
     * Writes the texts.
     *
     * @param template the statement, with {@code %s} for the rows
     * @param row what stands for the row of that index, counted from 0
     * @param between what stands between rows
     */
    static SqlFamily of(String name, String template, IntFunction<String> row, String between) {
        return of(name, template, List.of(new Rows(row, between)));
    }

    /** Writes the texts of a statement that names its rows in several places, each a {@code %s}. */
    static SqlFamily of(String name, String template, List<Rows> places) {
        return new SqlFamily(
                IntStream.iterate(1, size -> size <= LARGEST, size -> 2 * size)
                        .mapToObj(size -> Sql.of(name, template.formatted(places.stream().map(rows -> rows.text(size)).toArray())))
                        .toList());
    }

    /** The statement about so many rows: a power of two, no more than {@link #LARGEST}. */
    Sql of(int size) {
        return sizes.get(Integer.numberOfTrailingZeros(size));
    }

    /** Cuts rows into lots that a statement can take. */
    <T> List<List<T>> lots(List<T> rows) {
        return lots(rows, LARGEST);
    }

    /** Cuts rows into lots that a statement can take, none larger than {@code most}. */
    <T> List<List<T>> lots(List<T> rows, int most) {
        var lots = new ArrayList<List<T>>();
        for (int from = 0, size; from < rows.size(); from += size) {
            size = Math.min(most, Integer.highestOneBit(rows.size() - from));
            lots.add(rows.subList(from, from + size));
        }
        return lots;
    }

    /**
     * How a statement names its rows in one place.
     *
     * @param row what stands for the row of that index, counted from 0
     * @param between what stands between rows
     */
    record Rows(IntFunction<String> row, String between) {

        private String text(int size) {
            return IntStream.range(0, size).mapToObj(row).collect(Collectors.joining(between));
        }
    }
}
