package dev.parley.core.simulation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What happened, in order. Words are kept only when somebody will read them; a digest always, so that two runs can be compared.
 */
final class History {

    private static final int FACTOR = 31;

    private final InstantSource clock;
    private final boolean keepsWords;
    private final List<String> lines = new ArrayList<>();
    private long digest;
    private long length;

    History(InstantSource clock, boolean keepsWords) {
        this.clock = clock;
        this.keepsWords = keepsWords;
    }

    /** Notes that somebody did something; {@code words} say more about it. */
    void add(Object who, String what, Supplier<String> words) {
        length++;
        digest = FACTOR * (FACTOR * (FACTOR * digest + who.toString().hashCode()) + what.hashCode()) + clock.instant().hashCode();
        if (keepsWords) {
            lines.add("%s %-9s %s %s".formatted(clock.instant().toString().substring(5), who, what, words.get()));
        }
    }

    /** The place of the next event: what has a lower one happened before. */
    long now() {
        return length;
    }

    long digest() {
        return digest;
    }

    /** What holds one of these words, and whatever happened to a whole machine. */
    List<String> about(Set<String> words) {
        return lines.stream().filter(line -> line.contains(" MACHINE ") || words.stream().anyMatch(line::contains)).toList();
    }
}
