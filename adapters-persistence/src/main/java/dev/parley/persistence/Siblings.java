package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The other connections of an organization to the same account of the same provider. A number goes from one to another, and what
 * the provider calls a text means the same to all of them. Looked up rather than kept beside each text: that holds for what was
 * stored at any time, by any version.
 */
final class Siblings {

    private static final Sql OF = Sql.of("Siblings.of", """
            SELECT o.id FROM connection k
            JOIN connection o ON o.org_id = k.org_id AND o.provider = k.provider AND o.account_key = k.account_key
            WHERE k.org_id = :org AND k.id = :connection AND o.id <> k.id""");

    private static final SqlFamily OF_SEVERAL = SqlFamily.of("Siblings.ofSeveral", """
            SELECT k.org_id, k.id, o.id AS sibling FROM connection k {by PRIMARY}
            JOIN connection o ON o.org_id = k.org_id AND o.provider = k.provider AND o.account_key = k.account_key AND o.id <> k.id
            WHERE %s""", "(k.id = :connection%1$d AND k.org_id = :org%1$d)"::formatted, " OR ");

    private static final SqlFamily BROUGHT = SqlFamily.of("Siblings.brought", """
            SELECT 1 AS found FROM message m {by message_inbound} WHERE %s""", """
            (m.inbound_id = :inbound_id%1$d AND m.connection_id = :connection%1$d AND m.org_id = :org%1$d)"""::formatted, " OR ");

    private Siblings() {}

    /** All but itself; none where the provider knows no accounts. */
    static List<ConnectionId> of(Session tx, OrganizationId organization, ConnectionId connection) {
        return tx.on(OF).set("org", organization).set("connection", connection).list(row -> row.id("id", ConnectionId::new));
    }

    /** Whether one of these texts came through another connection to the same account before: the unique key knows it by its own. */
    static boolean haveBroughtOneOf(Session tx, List<Brought> texts) {
        Map<Carrier, List<ConnectionId>> siblings = of(tx, texts.stream().map(Brought::by).distinct().toList());
        List<Brought> elsewhere = texts.stream()
                .flatMap(text -> siblings.getOrDefault(text.by(), List.of()).stream().map(text::through))
                .toList();
        return !tx.list(BROUGHT, elsewhere, (row, text) -> text.fill(row), row -> row).isEmpty();
    }

    private static Map<Carrier, List<ConnectionId>> of(Session tx, List<Carrier> carriers) {
        return tx.list(OF_SEVERAL, carriers, (row, carrier) -> carrier.fill(row), row -> row)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row -> new Carrier(row.id("org_id", OrganizationId::new), row.id("id", ConnectionId::new)),
                                Collectors.mapping(row -> row.id("sibling", ConnectionId::new), Collectors.toList())));
    }

    /** A connection of an organization. */
    record Carrier(OrganizationId organization, ConnectionId connection) {

        private Statement.Nth fill(Statement.Nth row) {
            return row.set("org", organization).set("connection", connection);
        }
    }

    /** A text by the name that its provider has for it, and what brought it. */
    record Brought(Carrier by, String inboundId) {

        private Brought through(ConnectionId other) {
            return new Brought(new Carrier(by.organization(), other), inboundId);
        }

        private void fill(Statement.Nth row) {
            by.fill(row).set("inbound_id", inboundId);
        }
    }
}
