package dev.parley.bench.check;

import dev.parley.bench.ledger.Entry;
import dev.parley.bench.ledger.What;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run in figures.
 *
 * @param nodeKills how often {@code kill -9} befell the server
 * @param databaseKills how often it befell MariaDB
 * @param brought texts that carriers brought
 * @param acknowledged of these
 * @param fetched of these: never acknowledged, and stored all the same
 * @param unanswered of these: acknowledged, and with no end
 * @param doubled texts that are stored twice, or that a provider took twice
 * @param unknown texts of ours of which nobody knows whether they went
 * @param takenUnknown of these: a provider has them
 */
public record Balance(
        long nodeKills,
        long databaseKills,
        long brought,
        long acknowledged,
        long fetched,
        long unanswered,
        long doubled,
        long unknown,
        long takenUnknown) {

    /** Counts. */
    public static Balance of(Evidence evidence) {
        Set<String> acknowledged = ids(evidence.of(What.TEXT_ANSWERED).filter(Entry::isTaken), "id");
        List<Row> inbound = evidence.tables().inbound().toList();
        Set<String> ended = names(inbound.stream().filter(row -> row.has("handled_as")), "inbound_id");
        Set<String> unknown = names(evidence.tables().outbound().filter(row -> row.get("status").equals("unknown")), "id");
        Set<String> taken = evidence.all("message", What.SEND_ACCEPTED);
        return new Balance(
                kills(evidence, "KILL_NODE"),
                kills(evidence, "KILL_DATABASE") + kills(evidence, "STOP_DATABASE"),
                evidence.all("id", What.TEXT_OFFERED).size(),
                acknowledged.size(),
                inbound.stream().filter(row -> !acknowledged.contains(row.get("inbound_id"))).count(),
                acknowledged.stream().filter(id -> !ended.contains(id)).count(),
                doubled(evidence, inbound),
                unknown.size(),
                unknown.stream().filter(taken::contains).count());
    }

    private static Set<String> names(Stream<Row> rows, String column) {
        return rows.map(row -> row.get(column)).collect(Collectors.toSet());
    }

    private static long kills(Evidence evidence, String plug) {
        return evidence.of(What.PULLED).filter(entry -> entry.get("step").contains(" " + plug)).count();
    }

    private static long doubled(Evidence evidence, List<Row> inbound) {
        return again(inbound.stream().map(row -> row.get("inbound_id")))
                + again(evidence.of(What.SEND_ACCEPTED).map(e -> e.get("message")));
    }

    private static long again(Stream<String> names) {
        var seen = new HashSet<String>();
        return names.filter(name -> !seen.add(name)).count();
    }

    private static Set<String> ids(Stream<Entry> entries, String fact) {
        return entries.map(entry -> entry.get(fact)).collect(Collectors.toSet());
    }

    /** As a report says it. */
    public List<String> lines() {
        return List.of(
                "kill -9         %d times the server, %d times MariaDB".formatted(nodeKills, databaseKills),
                "texts           %d brought, %d acknowledged, %d fetched later, %d without an end".formatted(brought, acknowledged, fetched,
                        unanswered),
                "doubled         " + doubled,
                "unknown         %d, of which a provider has %d".formatted(unknown, takenUnknown));
    }
}
