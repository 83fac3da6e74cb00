package dev.parley.persistence;

import dev.parley.ports.AgentId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.out.AgentStore;
import java.util.Optional;

record JdbcAgentStore(Database database, AgentRows rows) implements AgentStore {

    private static final Sql INSERT = Sql.of("AgentStore.insert", """
            INSERT INTO agent (org_id, id, name, status, connection_id, config, variables, webhook_secret, previous_secret,
              previous_secret_until, version, created_at, updated_at)
            VALUES (:org, :id, :name, :status, :connection, :config, :variables, :webhook_secret, :previous_secret,
              :previous_secret_until, :version, :created_at, :updated_at)""");

    private static final Sql FIND = Sql.of("AgentStore.find", """
            SELECT %s FROM agent a WHERE a.org_id = :org AND a.id = :id""".formatted(AgentRows.COLUMNS));

    private static final Sql LIST = Sql.of("AgentStore.list", """
            SELECT %s FROM agent a WHERE a.org_id = :org""".formatted(AgentRows.COLUMNS));

    private static final Sql UPDATE = Sql.of("AgentStore.update", """
            UPDATE agent SET name = :name, status = :status, connection_id = :connection, config = :config, variables = :variables,
              webhook_secret = :webhook_secret, previous_secret = :previous_secret, previous_secret_until = :previous_secret_until,
              version = version + 1, updated_at = :updated_at
            WHERE org_id = :org AND id = :id AND version = :version""");

    private static final Sql ORPHAN_NUMBERS = Sql.of("AgentStore.orphanNumbers", """
            UPDATE assigned_number SET agent_id = NULL, version = version + 1 WHERE org_id = :org AND agent_id = :id""");

    private static final Sql DELETE = Sql.of("AgentStore.delete", "DELETE FROM agent WHERE org_id = :org AND id = :id");

    @Override
    public void insert(Agent agent) {
        database.write(
                "AgentStore.insert",
                tx -> rows.fill(tx.on(INSERT), agent)
                        .set("version", agent.version())
                        .set(
                                "created_at",
                                agent
                                        .createdAt())
                        .inserts());
    }

    @Override
    public Optional<Agent> find(OrganizationId organization, AgentId id) {
        return database.read("AgentStore.find", session -> session.on(FIND).set("org", organization).set("id", id).first(rows::agent));
    }

    @Override
    public Page<Agent> list(OrganizationId organization, PageRequest page) {
        return database.read(
                "AgentStore.list",
                session -> new Listing<>(LIST, AgentRows.ORDER, rows::agent).set("org", organization)
                        .page(
                                session,
                                page));
    }

    @Override
    public boolean update(Agent agent) {
        return database.write("AgentStore.update", tx -> rows.fill(tx.on(UPDATE), agent).set("version", agent.version()).changes());
    }

    @Override
    public boolean delete(OrganizationId organization, AgentId id) {
        return database.write("AgentStore.delete", tx -> {
            tx.on(ORPHAN_NUMBERS).set("org", organization).set("id", id).run();
            return tx.on(DELETE).set("org", organization).set("id", id).changes();
        });
    }
}
