package dev.parley.persistence;

import dev.parley.ports.AgentId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Secret;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.agent.AgentStatus;
import dev.parley.ports.agent.WebhookSecret;
import java.util.Optional;

/** Agents as rows. */
record AgentRows(Vault vault) {

    /** What {@link #agent} reads, under names that leave room for other tables in the same answer. */
    static final String COLUMNS = """
            a.org_id AS agent_org_id, a.id AS agent_id, a.name AS agent_name, a.status AS agent_status,
            a.connection_id AS agent_connection_id, a.config AS agent_config, a.variables AS agent_variables,
            a.webhook_secret AS agent_webhook_secret, a.previous_secret AS agent_previous_secret,
            a.previous_secret_until AS agent_previous_secret_until, a.version AS agent_version, a.created_at AS agent_created_at,
            a.updated_at AS agent_updated_at""";

    static final Listing.Order ORDER = Listing.Order.by("a", "agent_");

    Agent agent(Row row) {
        OrganizationId organization = row.id("agent_org_id", OrganizationId::new);
        AgentId id = row.id("agent_id", AgentId::new);
        return new Agent(
                id,
                organization,
                row.text("agent_name"),
                row.word("agent_status", AgentStatus.class),
                row.optionalId("agent_connection_id", ConnectionId::new),
                AgentCodec.read(row.text("agent_config")),
                Json.variables(row.text("agent_variables")),
                secret(row, organization, id),
                row.number("agent_version"),
                row.moment("agent_created_at"),
                row.moment("agent_updated_at"));
    }

    /** Fills in what can change. */
    Statement fill(Statement statement, Agent a) {
        statement.set("org", a.organization())
                .set("id", a.id())
                .set("name", a.name())
                .set("status", a.status())
                .set("connection", a.connection())
                .set("config", AgentCodec.write(a.config()))
                .set("variables", Json.variables(a.defaultVariables()))
                .set("updated_at", a.updatedAt());
        return fillSecret(statement, a);
    }

    private Statement fillSecret(Statement statement, Agent a) {
        WebhookSecret secret = a.webhookSecret();
        String current = vault.seal(secret.current(), place(a.organization(), a.id(), "webhook_secret"));
        Optional<String> previous = secret.previous().map(s -> vault.seal(s, place(a.organization(), a.id(), "previous_secret")));
        return statement.set("webhook_secret", current)
                .set("previous_secret", previous)
                .set("previous_secret_until", secret.previousUntil());
    }

    private WebhookSecret secret(Row row, OrganizationId organization, AgentId id) {
        Secret current = vault.open(row.text("agent_webhook_secret"), place(organization, id, "webhook_secret"));
        Optional<Secret> previous = row.optionalText("agent_previous_secret")
                .map(
                        s -> vault.open(
                                s,
                                place(
                                        organization,
                                        id,
                                        "previous_secret")));
        return new WebhookSecret(current, previous, row.optionalMoment("agent_previous_secret_until"));
    }

    private static Vault.Place place(OrganizationId organization, AgentId id, String column) {
        return new Vault.Place(organization, "agent", column, id.value());
    }
}
