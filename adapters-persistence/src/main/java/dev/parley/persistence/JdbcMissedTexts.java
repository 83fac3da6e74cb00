package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.out.MissedTexts;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

record JdbcMissedTexts(Database database, WorkRows work) implements MissedTexts {

    private static final Sql ASKED_UNTIL = Sql.of("MissedTexts.askedUntil", """
            SELECT c.asked_until FROM catch_up c
            JOIN work w ON w.kind = 'catch_up' AND w.org_id = c.org_id AND w.subject = c.connection_id
            WHERE c.org_id = :org AND c.connection_id = :id AND w.epoch = :epoch AND w.held = TRUE""");

    private static final Sql FIRST = Sql.of("MissedTexts.first", """
            INSERT INTO catch_up (org_id, connection_id, asked_until) VALUES (:org, :id, :until)""");

    private static final Sql NEXT = Sql.of("MissedTexts.next", """
            UPDATE catch_up SET asked_until = :until WHERE org_id = :org AND connection_id = :id""");

    private static final Sql END = Sql.of("MissedTexts.end", """
            DELETE FROM catch_up WHERE org_id = :org AND connection_id = :id""");

    private static final SqlFamily IN_CONVERSATIONS = names("inConversations", "message m", "m", "inbound_id");
    private static final SqlFamily IN_QUARANTINE = names("inQuarantine", "quarantine q", "q", "provider_id");
    private static final SqlFamily IN_PARTS = names("inParts", "long_text_part p", "p", "provider_id");

    private static SqlFamily names(String name, String table, String alias, String column) {
        String text = "SELECT " + alias + "." + column + " AS name FROM " + table + " WHERE " + alias + ".org_id = :org AND " + alias
                + ".connection_id = :connection AND " + alias + "." + column + " IN (%s)";
        return SqlFamily.of("MissedTexts." + name, text, ":name%d"::formatted, ", ");
    }

    @Override
    public void ask(OrganizationId organization, ConnectionId connection, Duration delay) {
        database.write("MissedTexts.ask", tx -> {
            work.makeDue(tx, WorkKey.catchUp(organization, connection), delay, true);
            return true;
        });
    }

    @Override
    public Optional<Instant> askedUntil(Claim claim) {
        return database.read(
                "MissedTexts.askedUntil",
                session -> on(session, ASKED_UNTIL, claim).set("epoch", claim.epoch()).first(row -> row.moment("asked_until")));
    }

    @Override
    public Set<String> known(OrganizationId organization, ConnectionId connection, List<String> providerMessageIds) {
        return database.read("MissedTexts.known", session -> {
            var known = new HashSet<String>();
            Siblings.of(session, organization, connection)
                    .forEach(sibling -> known.addAll(known(session, organization, sibling, providerMessageIds)));
            known.addAll(known(session, organization, connection, providerMessageIds));
            return known;
        });
    }

    private static Set<String> known(Session session, OrganizationId organization, ConnectionId connection, List<String> names) {
        var known = new HashSet<String>();
        for (SqlFamily family : List.of(IN_CONVERSATIONS, IN_QUARANTINE, IN_PARTS)) {
            for (List<String> lot : family.lots(names)) {
                Statement statement = session.on(family.of(lot.size())).set("org", organization).set("connection", connection);
                for (int i = 0; i < lot.size(); i++) {
                    statement.set("name" + i, lot.get(i));
                }
                known.addAll(statement.list(row -> row.text("name")));
            }
        }
        return known;
    }

    @Override
    public boolean asked(Claim claim, Instant until, Duration delay) {
        return database.write("MissedTexts.asked", tx -> {
            boolean isOurs = work.beginLater(tx, claim, delay);
            if (isOurs && !on(tx, NEXT, claim).set("until", until).changes()) {
                on(tx, FIRST, claim).set("until", until).run();
            }
            return isOurs;
        });
    }

    @Override
    public boolean end(Claim claim) {
        return database.write("MissedTexts.end", tx -> {
            boolean isOurs = work.end(tx, claim);
            if (isOurs) {
                on(tx, END, claim).run();
            }
            return isOurs;
        });
    }

    private static Statement on(Session session, Sql sql, Claim claim) {
        return session.on(sql).set("org", claim.key().organization()).set("id", claim.key().subject());
    }
}
