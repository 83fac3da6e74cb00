package dev.parley.bench.check;

import dev.parley.bench.ledger.Entry;
import dev.parley.bench.ledger.What;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every text that was acknowledged is in the database. */
final class AcknowledgedIsStored implements Invariant {

    @Override
    public String sentence() {
        return "Every text that was acknowledged is in the database.";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        Set<String> stored = Stream.concat(
                evidence.tables().inbound().map(row -> row.get("inbound_id")),
                evidence.tables().of("quarantine").stream().map(row -> row.get("provider_id"))).collect(Collectors.toSet());
        return evidence.of(What.TEXT_ANSWERED)
                .filter(Entry::isTaken)
                .map(entry -> entry.get("id"))
                .distinct()
                .filter(id -> !stored.contains(id))
                .map(id -> "text " + id + " was acknowledged and is gone");
    }
}
