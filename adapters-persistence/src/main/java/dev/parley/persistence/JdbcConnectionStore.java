package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.connection.Connection.Problem;
import dev.parley.ports.out.ConnectionStore;
import dev.parley.ports.out.Removal;
import java.util.List;
import java.util.Optional;

record JdbcConnectionStore(Database database, ConnectionRows rows) implements ConnectionStore {

    private static final Sql INSERT = Sql.of("ConnectionStore.insert", """
            INSERT INTO connection (org_id, id, provider, name, account_key, credentials, settings, version, created_at, updated_at)
            VALUES (:org, :id, :provider, :name, :account_key, :credentials, :settings, :version, :created_at, :updated_at)""");

    private static final Sql FIND = Sql.of("ConnectionStore.find", """
            SELECT %s, p.code AS problem_code, p.detail AS problem_detail, p.since AS problem_since FROM connection k
            LEFT JOIN connection_problem p ON p.org_id = k.org_id AND p.connection_id = k.id AND p.version = k.version
            WHERE k.org_id = :org AND k.id = :id""".formatted(ConnectionRows.COLUMNS));

    private static final Sql LIST = Sql.of("ConnectionStore.list", """
            SELECT %s FROM connection k WHERE k.org_id = :org""".formatted(ConnectionRows.COLUMNS));

    private static final Sql PROBLEMS = Sql.of("ConnectionStore.problems", """
            SELECT p.connection_id, p.version, p.code AS problem_code, p.detail AS problem_detail, p.since AS problem_since
            FROM connection_problem p WHERE p.org_id = :org""");

    /** Nothing when it is noted already, or the connection was changed meanwhile. */
    private static final Sql NOTE = Sql.of("ConnectionStore.note", """
            INSERT INTO connection_problem (org_id, connection_id, version, code, detail, since)
            SELECT k.org_id, k.id, k.version, :code, :detail, :since FROM connection k
            WHERE k.org_id = :org AND k.id = :id AND k.version = :version""");

    /** Of another version, or another kind. */
    private static final Sql FORGET_OTHERS = Sql.of("ConnectionStore.forgetOthers", """
            DELETE FROM connection_problem WHERE org_id = :org AND connection_id = :id AND (version <> :version OR code <> :code)""");

    private static final Sql FORGET = Sql.of("ConnectionStore.forget", """
            DELETE FROM connection_problem WHERE org_id = :org AND connection_id = :id""");

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
                        .first(this::withProblem));
    }

    @Override
    public Page<Connection> list(OrganizationId organization, PageRequest page) {
        return database.read(
                "ConnectionStore.list",
                session -> withProblems(
                        session,
                        organization,
                        new Listing<>(LIST, ConnectionRows.ORDER, rows::connection).set("org", organization).page(session, page)));
    }

    @Override
    public void note(Connection connection, Problem problem) {
        database.write("ConnectionStore.note", tx -> note(tx, connection, problem));
    }

    @Override
    public void noteWell(Connection connection) {
        database.change("ConnectionStore.noteWell", session -> of(session, FORGET, connection).changes());
    }

    private static boolean note(Session tx, Connection connection, Problem problem) {
        of(tx, FORGET_OTHERS, connection).set("version", connection.version()).set("code", problem.code()).run();
        return of(tx, NOTE, connection).set("version", connection.version())
                .set("code", problem.code())
                .set("detail", problem.detail())
                .set("since", problem.since())
                .inserts();
    }

    private static Statement of(Session tx, Sql sql, Connection connection) {
        return tx.on(sql).set("org", connection.organization()).set("id", connection.id());
    }

    private Connection withProblem(Row row) {
        Connection connection = rows.connection(row);
        return row.optionalText("problem_code").map(_ -> connection.with(problem(row))).orElse(connection);
    }

    private static Page<Connection> withProblems(Session session, OrganizationId organization, Page<Connection> page) {
        List<Noted> noted = session.on(PROBLEMS)
                .set("org", organization)
                .list(row -> new Noted(row.id("connection_id", ConnectionId::new), row.number("version"), problem(row)));
        return new Page<>(page.items().stream().map(connection -> withProblem(connection, noted)).toList(), page.next());
    }

    private static Connection withProblem(Connection connection, List<Noted> noted) {
        return noted.stream()
                .filter(n -> n.connection().equals(connection.id()) && n.version() == connection.version())
                .findFirst()
                .map(n -> connection.with(n.problem()))
                .orElse(connection);
    }

    /** A problem, and what it is about. */
    private record Noted(ConnectionId connection, long version, Problem problem) {}

    private static Problem problem(Row row) {
        return new Problem(row.text("problem_code"), row.text("problem_detail"), row.moment("problem_since"));
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
            tx.on(FORGET).set("org", organization).set("id", id).run();
            tx.on(DELETE).set("org", organization).set("id", id).run();
            return Removal.REMOVED;
        });
    }
}
