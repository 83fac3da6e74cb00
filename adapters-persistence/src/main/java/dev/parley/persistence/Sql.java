package dev.parley.persistence;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A statement with a name and named parameters, read once: {@code :name} becomes a question mark, {@code {now}} the database's
 * clock, {@code {by index}} after a table has it read by that index, {@code {then join}} reads and locks what is joined after what
 * stands before it. Immutable.
 */
final class Sql {

    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):(\\w+)");
    private static final String NOW = "{now}";
    private static final String THEN_JOIN = "{then join}";
    private static final Pattern INDEX = Pattern.compile(" \\{by (\\w+)}");

    private final String name;
    private final String text;
    private final List<String> parameters;
    private final Map<String, List<Integer>> positions;
    private final Map<Dialect, String> byDialect = new EnumMap<>(Dialect.class);

    private Sql(String name, String text) {
        this.name = name;
        this.text = text;
        parameters = PARAMETER.matcher(text).results().map(r -> r.group(1)).toList();
        positions = IntStream.range(0, parameters.size()).boxed().collect(Collectors.groupingBy(parameters::get));
        String positional = PARAMETER.matcher(text).replaceAll(Matcher.quoteReplacement("?"));
        Arrays.stream(Dialect.values())
                .forEach(d -> byDialect.put(d, byIndex(d, positional.replace(NOW, d.now()).replace(THEN_JOIN, d.thenJoin()))));
    }

    static Sql of(String name, String text) {
        return new Sql(name, text.strip());
    }

    private static String byIndex(Dialect dialect, String text) {
        return INDEX.matcher(text).replaceAll(index -> dialect.by(index.group(1)));
    }

    /** The same statement with more at its end. */
    Sql and(String more) {
        return new Sql(name, text + "\n" + more);
    }

    String name() {
        return name;
    }

    /** The text with named parameters. */
    String text() {
        return text;
    }

    String text(Dialect dialect) {
        return byDialect.getOrDefault(dialect, "");
    }

    /** Where that parameter stands; nowhere when the statement does not have it. */
    List<Integer> positions(String parameter) {
        return positions.getOrDefault(parameter, List.of());
    }

    List<String> parameters() {
        return parameters;
    }
}
