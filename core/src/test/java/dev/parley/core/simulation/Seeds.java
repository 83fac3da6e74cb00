package dev.parley.core.simulation;

import dev.parley.core.simulation.Simulation.Outcome;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Which seeds are run, and how one that failed is run again. */
final class Seeds {

    private static final String ONE = "parley.simulation.seed";
    private static final String MANY = "parley.simulation.seeds";
    private static final long USUAL = 2_000;

    private Seeds() {}

    /** The one of that system property, or as many as the other says, from 1. */
    static LongStream chosen() {
        @Nullable Long one = Long.getLong(ONE);
        return one == null ? LongStream.rangeClosed(1, Long.getLong(MANY, USUAL)).parallel() : LongStream.of(one);
    }

    /** What broke, how to see it again, and what happened. */
    static String told(long seed, Outcome outcome) {
        var told = new StringBuilder("\n");
        outcome.violations().forEach(v -> told.append(v.sentence()).append('\n'));
        told.append("Seed ").append(seed).append(". To run it again:\n  ./mvnw -pl core -am test -Dtest=SimulationTest -D");
        told.append(ONE).append('=').append(seed).append(" -Dsurefire.failIfNoSpecifiedTests=false\n");
        outcome.story().forEach(line -> told.append("  ").append(line).append('\n'));
        return told.toString();
    }
}
