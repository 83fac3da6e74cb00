package dev.parley.bench.check;

import dev.parley.bench.ledger.Entry;
import dev.parley.bench.ledger.What;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** As many segments are in the database as were billed. */
final class BillsAddUp implements Invariant {

    @Override
    public String sentence() {
        return "As many segments are in the database as were billed.";
    }

    private static final Set<String> TAKEN = Set.of("sent", "delivered");

    @Override
    public Stream<String> violations(Evidence evidence) {
        Map<String, Row> ours = evidence.outboundById();
        return evidence.of(What.SEND_ACCEPTED)
                .filter(entry -> ours.containsKey(entry.get("message")))
                .filter(entry -> isOff(entry, ours.getOrDefault(entry.get("message"), new Row(Map.of()))))
                .map(entry -> "text " + entry.get("message") + " was billed as " + entry.get("segments") + " segments");
    }

    private static boolean isOff(Entry billed, Row row) {
        return TAKEN.contains(row.get("status")) && !row.get("segments").equals(billed.get("segments"));
    }
}
