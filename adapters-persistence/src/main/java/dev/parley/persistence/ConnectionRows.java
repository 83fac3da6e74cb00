package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Secret;
import dev.parley.ports.connection.Connection;
import java.util.Map;
import java.util.stream.Collectors;

/** Connections as rows. */
record ConnectionRows(Vault vault) {

    /** What {@link #connection} reads, under names that leave room for other tables in the same answer. */
    static final String COLUMNS = """
            k.org_id AS connection_org_id, k.id AS connection_id, k.provider AS connection_provider, k.name AS connection_name,
            k.account_key AS connection_account_key, k.credentials AS connection_credentials, k.settings AS connection_settings,
            k.version AS connection_version, k.created_at AS connection_created_at, k.updated_at AS connection_updated_at""";

    static final Listing.Order ORDER = Listing.Order.by("k", "connection_");

    Connection connection(Row row) {
        OrganizationId organization = row.id("connection_org_id", OrganizationId::new);
        ConnectionId id = row.id("connection_id", ConnectionId::new);
        return new Connection(
                id,
                organization,
                row.text("connection_provider"),
                row.text("connection_name"),
                row.optionalText(
                        "connection_account_key"),
                credentials(row, organization, id),
                Json.strings(row.text("connection_settings")),
                row.number(
                        "connection_version"),
                row.moment("connection_created_at"),
                row.moment("connection_updated_at"));
    }

    /** Fills in what can change. */
    Statement fill(Statement statement, Connection c) {
        return statement.set("org", c.organization())
                .set("id", c.id())
                .set("provider", c.provider())
                .set("name", c.name())
                .set("account_key", c.accountKey())
                .set("credentials", vault.seal(credentials(c), place(c.organization(), c.id())))
                .set("settings", Json.strings(c.settings()))
                .set("version", c.version())
                .set("updated_at", c.updatedAt());
    }

    private static Secret credentials(Connection c) {
        return new Secret(
                Json.strings(c.credentials().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().reveal()))));
    }

    private Map<String, Secret> credentials(Row row, OrganizationId organization, ConnectionId id) {
        Secret opened = vault.open(row.text("connection_credentials"), place(organization, id));
        return Json.strings(opened.reveal())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> new Secret(e.getValue())));
    }

    private static Vault.Place place(OrganizationId organization, ConnectionId id) {
        return new Vault.Place(organization, "connection", "credentials", id.value());
    }
}
