package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Recipient;
import dev.parley.ports.out.WebhookDirectory;
import java.util.List;
import java.util.Optional;

/** The statements that cross organizations are named here; every other has one in its WHERE. */
record JdbcWebhookDirectory(Database database, AgentRows agents, ConnectionRows connections) implements WebhookDirectory {

    private static final int MOST = 10;

    private static final Sql CONNECTION = Sql.of("WebhookDirectory.connection", """
            SELECT %s FROM connection k WHERE k.id = :id AND k.provider = :provider""".formatted(ConnectionRows.COLUMNS));

    private static final Sql CARRIER_OF = Sql.of("WebhookDirectory.carrierOf", """
            SELECT %s FROM assigned_number n
            JOIN connection k ON k.org_id = n.org_id AND k.id = n.connection_id
            WHERE n.number = :number AND k.provider = :provider""".formatted(ConnectionRows.COLUMNS));

    private static final Sql OF_ACCOUNT = Sql.of("WebhookDirectory.ofAccount", """
            SELECT %s FROM connection k WHERE k.provider = :provider AND k.account_key = :account
            ORDER BY k.created_at, k.id LIMIT :most""".formatted(ConnectionRows.COLUMNS));

    private static final Sql ACTIVE = Sql.of("WebhookDirectory.active", """
            SELECT %s FROM connection k
            WHERE k.provider = :provider AND k.id > :id
              AND EXISTS (SELECT 1 FROM organization o WHERE o.id = k.org_id AND o.status = 'active')
            ORDER BY k.id LIMIT :most""".formatted(ConnectionRows.COLUMNS));

    private static final Sql RECIPIENT = Sql.of(
            "WebhookDirectory.recipient",
            """
            SELECT %s, %s FROM assigned_number n
            LEFT JOIN agent a ON a.org_id = n.org_id AND a.id = n.agent_id
            WHERE n.org_id = :org AND n.number = :number AND (n.connection_id = :connection OR EXISTS (
              SELECT 1 FROM connection k
              JOIN connection o ON o.org_id = k.org_id AND o.provider = k.provider AND o.account_key = k.account_key
              WHERE k.org_id = :org AND k.id = :connection AND o.id = n.connection_id))""".formatted(
                    NumberRows.COLUMNS,
                    AgentRows.COLUMNS));

    @Override
    public Optional<Connection> connection(String provider, ConnectionId id) {
        return database.read(
                "WebhookDirectory.connection",
                session -> session.on(CONNECTION)
                        .set("provider", provider)
                        .set("id", id)
                        .first(
                                connections::connection));
    }

    @Override
    public Optional<Connection> carrierOf(String provider, PhoneNumber ourNumber) {
        return database.read(
                "WebhookDirectory.carrierOf",
                session -> session.on(CARRIER_OF)
                        .set("provider", provider)
                        .set(
                                "number",
                                ourNumber)
                        .first(connections::connection));
    }

    @Override
    public List<Connection> ofAccount(String provider, String accountKey) {
        return database.read(
                "WebhookDirectory.ofAccount",
                session -> session.on(OF_ACCOUNT)
                        .set("provider", provider)
                        .set(
                                "account",
                                accountKey)
                        .set("most", MOST)
                        .list(connections::connection));
    }

    @Override
    public List<Connection> active(String provider, ConnectionId after, int most) {
        return database.read(
                "WebhookDirectory.active",
                session -> session.on(ACTIVE)
                        .set("provider", provider)
                        .set("id", after)
                        .set("most", most)
                        .list(connections::connection));
    }

    @Override
    public Optional<Recipient> recipient(Connection connection, PhoneNumber ourNumber) {
        return database.read(
                "WebhookDirectory.recipient",
                session -> session.on(RECIPIENT)
                        .set("org", connection.organization())
                        .set(
                                "connection",
                                connection.id())
                        .set("number", ourNumber)
                        .first(this::recipient));
    }

    private Recipient recipient(Row row) {
        return new Recipient(NumberRows.number(row), row.has("agent_id") ? Optional.of(agents.agent(row)) : Optional.empty());
    }
}
