package dev.parley.bench.check;

import dev.parley.bench.ledger.Entry;
import dev.parley.bench.ledger.What;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A provider takes each text of ours once, and what it took is in the database as such. */
final class SentOnce implements Invariant {

    @Override
    public String sentence() {
        return "A provider takes each text of ours once, and what it took is in the database as such.";
    }

    private static final Set<String> GONE = Set.of("sent", "delivered", "undelivered", "failed");
    private static final Set<String> MAYBE = Set.of("sent", "delivered", "undelivered", "failed", "unknown");

    @Override
    public Stream<String> violations(Evidence evidence) {
        Map<String, List<Entry>> accepted = evidence.by("message", What.SEND_ACCEPTED);
        Map<String, Row> ours = evidence.outboundById();
        return Stream.of(
                accepted.entrySet()
                        .stream()
                        .filter(one -> one.getValue().size() > 1)
                        .map(
                                one -> "text " + one.getKey() + " was taken " + one.getValue().size() + " times"),
                accepted.keySet().stream().flatMap(id -> untold(id, Optional.ofNullable(ours.get(id)).stream())),
                ours.values()
                        .stream()
                        .filter(row -> GONE.contains(row.get("status")) && row.has("provider_id"))
                        .map(row -> row.get("id"))
                        .filter(id -> !accepted.containsKey(id))
                        .map(id -> "text " + id + " is said to be sent, and no provider took it"))
                .flatMap(lines -> lines);
    }

    private static Stream<String> untold(String id, Stream<Row> rows) {
        List<Row> row = rows.toList();
        if (row.isEmpty()) {
            return Stream.of("text " + id + " was sent, and is not in the database");
        }
        String status = row.getFirst().get("status");
        return MAYBE.contains(status) ? Stream.empty() : Stream.of("text " + id + " was sent, and is said to be " + status);
    }
}
