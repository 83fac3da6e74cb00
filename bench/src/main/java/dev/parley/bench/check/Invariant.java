package dev.parley.bench.check;

import java.util.stream.Stream;

/** Something that holds when all is healed and quiet, whatever was pulled before. */
public interface Invariant {

    /** What holds, in one sentence. */
    String sentence();

    /** Where it does not hold: one line each, with the ids to look for in ledgers and tables. */
    Stream<String> violations(Evidence evidence);
}
