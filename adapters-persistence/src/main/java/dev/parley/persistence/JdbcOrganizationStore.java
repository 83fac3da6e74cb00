package dev.parley.persistence;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.organization.Organization;
import dev.parley.ports.out.OrganizationStore;
import java.util.Optional;

record JdbcOrganizationStore(Database database) implements OrganizationStore {

    private static final String COLUMNS = "o.id, o.name, o.status, o.created_at";

    private static final Sql INSERT = Sql.of("OrganizationStore.insert", """
            INSERT INTO organization (id, name, status, created_at) VALUES (:id, :name, :status, :created_at)""");

    private static final Sql FIND = Sql.of("OrganizationStore.find", "SELECT " + COLUMNS + " FROM organization o WHERE o.id = :id");

    private static final Sql FIND_BY_NAME = Sql.of(
            "OrganizationStore.findByName",
            "SELECT " + COLUMNS
                    + " FROM organization o WHERE o.name = :name");

    private static final Sql LIST = Sql.of("OrganizationStore.list", "SELECT " + COLUMNS + " FROM organization o WHERE TRUE");

    private static final Sql UPDATE = Sql.of("OrganizationStore.update", """
            UPDATE organization SET name = :name, status = :status WHERE id = :id""");

    @Override
    public boolean insert(Organization o) {
        return database.write(
                "OrganizationStore.insert",
                tx -> tx.on(INSERT)
                        .set("id", o.id())
                        .set("name", o.name())
                        .set(
                                "status",
                                o
                                        .status())
                        .set("created_at", o.createdAt())
                        .inserts());
    }

    @Override
    public Optional<Organization> find(OrganizationId id) {
        return database
                .read("OrganizationStore.find", session -> session.on(FIND).set("id", id).first(JdbcOrganizationStore::organization));
    }

    @Override
    public Optional<Organization> findByName(String name) {
        return database.read(
                "OrganizationStore.findByName",
                session -> session.on(FIND_BY_NAME)
                        .set("name", name)
                        .first(
                                JdbcOrganizationStore::organization));
    }

    @Override
    public Page<Organization> list(PageRequest page) {
        return database.read(
                "OrganizationStore.list",
                session -> new Listing<>(
                        LIST,
                        Listing.Order.by("o", ""),
                        JdbcOrganizationStore::organization).page(session, page));
    }

    @Override
    public boolean update(Organization o) {
        return database.write(
                "OrganizationStore.update",
                tx -> tx.on(UPDATE)
                        .set("id", o.id())
                        .set("name", o.name())
                        .set(
                                "status",
                                o
                                        .status())
                        .changes());
    }

    private static Organization organization(Row row) {
        return new Organization(
                row.id("id", OrganizationId::new),
                row.text("name"),
                row.word("status", Organization.Status.class),
                row
                        .moment("created_at"));
    }
}
