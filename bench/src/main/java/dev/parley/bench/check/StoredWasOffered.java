package dev.parley.bench.check;

import dev.parley.bench.ledger.What;
import java.util.Set;
import java.util.stream.Stream;

/** Nothing is in the database that no carrier has brought. */
final class StoredWasOffered implements Invariant {

    @Override
    public String sentence() {
        return "Nothing is in the database that no carrier has brought.";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        Set<String> offered = evidence.all("id", What.TEXT_OFFERED);
        return evidence.tables()
                .inbound()
                .map(row -> row.get("inbound_id"))
                .filter(id -> !offered.contains(id))
                .map(id -> "text " + id + " was never brought");
    }
}
