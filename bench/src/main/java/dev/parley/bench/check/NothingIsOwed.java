package dev.parley.bench.check;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When all is quiet, no work is left, but for events that a business has failed to take. */
final class NothingIsOwed implements Invariant {

    @Override
    public String sentence() {
        return "When all is quiet, no work is left, but for events that a business has failed to take.";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        Set<String> owed = evidence.tables().failedDeliveries().map(row -> row.get("id")).collect(Collectors.toSet());
        return evidence.tables()
                .of("work")
                .stream()
                .filter(row -> !owed.contains(row.get("subject")))
                .map(row -> row.get("kind") + " work of " + row.get("subject") + " is left, due " + row.get("due_at") + ", attempt "
                        + row.get("attempts"));
    }
}
