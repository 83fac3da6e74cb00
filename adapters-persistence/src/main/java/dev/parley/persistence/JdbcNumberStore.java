package dev.parley.persistence;

import dev.parley.ports.AgentId;
import dev.parley.ports.AssignedNumberId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.out.AssignedNumberStore;
import java.util.List;
import java.util.Optional;

record JdbcNumberStore(Database database) implements AssignedNumberStore {

    private static final Sql INSERT = Sql.of("AssignedNumberStore.insert", """
            INSERT INTO assigned_number (org_id, id, number, connection_id, agent_id, version, created_at, updated_at)
            VALUES (:org, :id, :number, :connection, :agent, :version, :created_at, :updated_at)""");

    private static final Sql FIND = Sql.of("AssignedNumberStore.find", """
            SELECT %s FROM assigned_number n WHERE n.org_id = :org AND n.id = :id""".formatted(NumberRows.COLUMNS));

    private static final Sql FIND_BY_NUMBER = Sql.of("AssignedNumberStore.findByNumber", """
            SELECT %s FROM assigned_number n WHERE n.org_id = :org AND n.number = :number""".formatted(NumberRows.COLUMNS));

    private static final Sql OF_AGENT = Sql.of("AssignedNumberStore.ofAgent", """
            SELECT %s FROM assigned_number n WHERE n.org_id = :org AND n.agent_id = :agent
            ORDER BY n.created_at, n.id""".formatted(NumberRows.COLUMNS));

    private static final Sql LIST = Sql.of("AssignedNumberStore.list", """
            SELECT %s FROM assigned_number n WHERE n.org_id = :org""".formatted(NumberRows.COLUMNS));

    private static final Sql UPDATE = Sql.of("AssignedNumberStore.update", """
            UPDATE assigned_number SET connection_id = :connection, agent_id = :agent, version = version + 1, updated_at = :updated_at
            WHERE org_id = :org AND id = :id AND version = :version""");

    private static final Sql DELETE = Sql.of("AssignedNumberStore.delete", """
            DELETE FROM assigned_number WHERE org_id = :org AND id = :id""");

    @Override
    public boolean insert(AssignedNumber n) {
        return database.write(
                "AssignedNumberStore.insert",
                tx -> fill(tx.on(INSERT), n).set("number", n.number())
                        .set(
                                "created_at",
                                n
                                        .createdAt())
                        .inserts());
    }

    @Override
    public Optional<AssignedNumber> find(OrganizationId organization, AssignedNumberId id) {
        return database.read(
                "AssignedNumberStore.find",
                session -> session.on(FIND)
                        .set("org", organization)
                        .set("id", id)
                        .first(
                                NumberRows::number));
    }

    @Override
    public Optional<AssignedNumber> findByNumber(OrganizationId organization, PhoneNumber number) {
        return database.read(
                "AssignedNumberStore.findByNumber",
                session -> session.on(FIND_BY_NUMBER)
                        .set("org", organization)
                        .set(
                                "number",
                                number)
                        .first(NumberRows::number));
    }

    @Override
    public List<AssignedNumber> ofAgent(OrganizationId organization, AgentId agent) {
        return database.read(
                "AssignedNumberStore.ofAgent",
                session -> session.on(OF_AGENT)
                        .set("org", organization)
                        .set("agent", agent)
                        .list(
                                NumberRows::number));
    }

    @Override
    public Page<AssignedNumber> list(OrganizationId organization, PageRequest page) {
        return database.read(
                "AssignedNumberStore.list",
                session -> new Listing<>(LIST, NumberRows.ORDER, NumberRows::number).set(
                        "org",
                        organization).page(session, page));
    }

    @Override
    public boolean update(AssignedNumber number) {
        return database.write("AssignedNumberStore.update", tx -> fill(tx.on(UPDATE), number).changes());
    }

    @Override
    public boolean delete(OrganizationId organization, AssignedNumberId id) {
        return database.write("AssignedNumberStore.delete", tx -> tx.on(DELETE).set("org", organization).set("id", id).changes());
    }

    private static Statement fill(Statement statement, AssignedNumber n) {
        return statement.set("org", n.organization())
                .set("id", n.id())
                .set("connection", n.connection())
                .set("agent", n.agent())
                .set(
                        "version",
                        n.version())
                .set("updated_at", n.updatedAt());
    }
}
