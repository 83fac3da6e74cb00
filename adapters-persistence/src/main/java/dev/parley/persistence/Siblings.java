package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import java.util.List;

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

    private Siblings() {}

    /** All but itself; none where the provider knows no accounts. */
    static List<ConnectionId> of(Session tx, OrganizationId organization, ConnectionId connection) {
        return tx.on(OF).set("org", organization).set("connection", connection).list(row -> row.id("id", ConnectionId::new));
    }
}
