package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.QuarantinedText;
import dev.parley.ports.out.Quarantine;
import java.util.Optional;
import java.util.UUID;

record JdbcQuarantine(Database database) implements Quarantine {

    private static final Sql INSERT = Sql.of("Quarantine.insert", """
            INSERT INTO quarantine (org_id, id, connection_id, provider_id, from_address, to_address, body, media, reason, received_at)
            VALUES (:org, :id, :connection, :provider_id, :from, :to, :body, :media, :reason, :at)""");

    private static final Sql LIST = Sql.of("Quarantine.list", """
            SELECT q.org_id, q.id, q.connection_id, q.provider_id, q.from_address, q.to_address, q.body, q.media, q.reason, q.received_at
            FROM quarantine q WHERE q.org_id = :org""");

    private static final Sql FIND = LIST.and("AND q.id = :id");

    private static final Sql REMOVE = Sql.of("Quarantine.remove", "DELETE FROM quarantine WHERE org_id = :org AND id = :id");

    private static final Listing.Order ORDER = new Listing.Order("q.received_at", "q.id", "received_at", "id");

    @Override
    public void hold(QuarantinedText t) {
        database.write("Quarantine.hold", tx -> {
            Statement insert = tx.on(INSERT).set("org", t.organization()).set("id", t.id()).set("connection", t.connection());
            insert.set("provider_id", t.providerMessageId()).set("from", t.from()).set("to", t.to()).set("body", t.body());
            return insert.set("media", Json.media(t.media())).set("reason", t.reason()).set("at", t.receivedAt()).inserts();
        });
    }

    @Override
    public Page<QuarantinedText> list(OrganizationId organization, PageRequest page) {
        return database.read(
                "Quarantine.list",
                session -> new Listing<>(LIST, ORDER, JdbcQuarantine::text).set("org", organization)
                        .page(
                                session,
                                page));
    }

    @Override
    public Optional<QuarantinedText> find(OrganizationId organization, UUID id) {
        return database.read(
                "Quarantine.find",
                session -> session.on(FIND).set("org", organization).set("id", id).first(JdbcQuarantine::text));
    }

    @Override
    public boolean remove(OrganizationId organization, UUID id) {
        return database.write("Quarantine.remove", tx -> tx.on(REMOVE).set("org", organization).set("id", id).changes());
    }

    private static QuarantinedText text(Row row) {
        return new QuarantinedText(
                row.id("id", id -> id),
                row.id("org_id", OrganizationId::new),
                row.id("connection_id", ConnectionId::new),
                row.text("provider_id"),
                row.text("from_address"),
                row.text("to_address"),
                row.text("body"),
                row.media("media"),
                row.text("reason"),
                row.moment("received_at"));
    }
}
