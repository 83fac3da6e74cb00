package dev.parley.bench.check;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No text is in the database twice. */
final class StoredOnce implements Invariant {

    @Override
    public String sentence() {
        return "No text is in the database twice.";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.tables()
                .inbound()
                .collect(Collectors.groupingBy(row -> row.get("inbound_id")))
                .entrySet()
                .stream()
                .filter(text -> text.getValue().size() > 1)
                .map(text -> "text " + text.getKey() + " is there " + text.getValue().size() + " times");
    }
}
