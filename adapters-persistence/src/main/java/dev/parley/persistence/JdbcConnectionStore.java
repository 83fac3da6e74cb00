package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.ConnectionStore;
import dev.parley.ports.out.Removal;
import java.util.Optional;

record JdbcConnectionStore(Database database, ConnectionRows rows) implements ConnectionStore {

    private static final Sql INSERT = Sql.of("ConnectionStore.insert", """
            INSERT INTO connection (org_id, id, provider, name, account_key, credentials, settings, version, created_at, updated_at)
            VALUES (:org, :id, :provider, :name, :account_key, :credentials, :settings, :version, :created_at, :updated_at)""");

    private static final Sql FIND = Sql.of("ConnectionStore.find", """
            SELECT %s FROM connection k WHERE k.org_id = :org AND k.id = :id""".formatted(ConnectionRows.COLUMNS));

    private static final Sql LIST = Sql.of("ConnectionStore.list", """
            SELECT %s FROM connection k WHERE k.org_id = :org""".formatted(ConnectionRows.COLUMNS));

    private static final Sql UPDATE = Sql.of("ConnectionStore.update", """
            UPDATE connection SET provider = :provider, name = :name, account_key = :account_key, credentials = :credentials,
              settings = :settings, version = version + 1, updated_at = :updated_at
            WHERE org_id = :org AND id = :id AND version = :version""");

    private static final Sql LOCK = Sql.of("ConnectionStore.lock", """
            SELECT id FROM connection WHERE org_id = :org AND id = :id FOR UPDATE""");

    private static final Sql USES = Sql.of("ConnectionStore.uses", """
            SELECT EXISTS (SELECT 1 FROM assigned_number n WHERE n.org_id = :org AND n.connection_id = :id) AS carries,
              EXISTS (SELECT 1 FROM agent a WHERE a.org_id = :org AND a.connection_id = :id) AS serves""");

    private static final Sql DELETE = Sql.of("ConnectionStore.delete", "DELETE FROM connection WHERE org_id = :org AND id = :id");

    @Override
    public void insert(Connection connection) {
        database.write(
                "ConnectionStore.insert",
                tx -> rows.fill(tx.on(INSERT), connection)
                        .set("created_at", connection.createdAt())
                        .inserts());
    }

    @Override
    public Optional<Connection> find(OrganizationId organization, ConnectionId id) {
        return database.read(
                "ConnectionStore.find",
                session -> session.on(FIND)
                        .set("org", organization)
                        .set("id", id)
                        .first(
                                rows::connection));
    }

    @Override
    public Page<Connection> list(OrganizationId organization, PageRequest page) {
        return database.read(
                "ConnectionStore.list",
                session -> new Listing<>(LIST, ConnectionRows.ORDER, rows::connection).set(
                        "org",
                        organization).page(session, page));
    }

    @Override
    public boolean update(Connection connection) {
        return database.write("ConnectionStore.update", tx -> rows.fill(tx.on(UPDATE), connection).changes());
    }

    /** Locks first: a number or an agent that is just being given the connection waits for the foreign key, or we wait for it. */
    @Override
    public Removal delete(OrganizationId organization, ConnectionId id) {
        return database.write("ConnectionStore.delete", tx -> {
            if (!tx.on(LOCK).set("org", organization).set("id", id).exists()) {
                return Removal.NOT_THERE;
            }
            boolean isUsed = tx.on(USES)
                    .set("org", organization)
                    .set("id", id)
                    .first(row -> row.is("carries") || row.is("serves"))
                    .orElse(
                            false);
            if (isUsed) {
                return Removal.IN_USE;
            }
            tx.on(DELETE).set("org", organization).set("id", id).run();
            return Removal.REMOVED;
        });
    }
}
