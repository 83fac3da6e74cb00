package dev.parley.bench.standin;

import java.util.Collection;
import java.util.stream.Collectors;

/** The words of which each belongs to one organization. */
public final class Canaries {

    private Canaries() {}

    /** Those in a text, with a space between. */
    public static String in(String text, Collection<Line> lines) {
        return lines.stream().map(Line::canary).filter(text::contains).sorted().distinct().collect(Collectors.joining(" "));
    }
}
