package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Recipient;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.out.WebhookDirectory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections that were there last, for as long as the database cannot be asked. Looks now and again whether anything has
 * changed, which another node may have done. Thread-safe.
 */
final class LastKnown implements WebhookDirectory {

    private static final int PAGE = 500;
    private static final ConnectionId START = new ConnectionId(new UUID(0, 0));

    private static final String MARK = """
            SELECT COUNT(*) AS rows_there, COALESCE(SUM(version), 0) AS versions, MAX(updated_at) AS latest FROM""";
    private static final Sql CONNECTIONS_MARK = Sql.of("LastKnown.connectionsMark", MARK + " connection");
    private static final Sql NUMBERS_MARK = Sql.of("LastKnown.numbersMark", MARK + " assigned_number");

    private static final Sql CONNECTIONS = Sql.of("LastKnown.connections", """
            SELECT %s FROM connection k WHERE k.id > :id ORDER BY k.id LIMIT :most""".formatted(ConnectionRows.COLUMNS));
    private static final Sql NUMBERS = Sql.of("LastKnown.numbers", "SELECT n.number, n.connection_id FROM assigned_number n");

    private final Database database;
    private final ConnectionRows rows;
    private final RollFile file;
    private volatile Optional<Roll> roll;
    private final Map<ConnectionId, Connection> seen = new ConcurrentHashMap<>();
    private final Map<PhoneNumber, ConnectionId> seenCarriers = new ConcurrentHashMap<>();
    private String mark = "";

    LastKnown(Database database, ConnectionRows rows, RollFile file) {
        this.database = database;
        this.rows = rows;
        this.file = file;
        roll = file.read();
    }

    /** Remembers a connection that was found just now. */
    void remember(Connection connection) {
        seen.put(connection.id(), connection);
    }

    /** Remembers what carries a number just now. */
    void remember(PhoneNumber number, Connection carrier) {
        remember(carrier);
        seenCarriers.put(number, carrier.id());
    }

    /**
     * Looks whether anything has changed, and remembers it.
     *
     * @throws StoreUnavailable when the database is away
     */
    synchronized void refresh() {
        Set<ConnectionId> before = Set.copyOf(seen.keySet());
        Set<PhoneNumber> carriersBefore = Set.copyOf(seenCarriers.keySet());
        lookForChanges();
        seen.keySet().removeAll(before);
        seenCarriers.keySet().removeAll(carriersBefore);
    }

    private void lookForChanges() {
        String now = database.read("LastKnown.mark", session -> mark(session, CONNECTIONS_MARK) + mark(session, NUMBERS_MARK));
        if (!now.equals(mark)) {
            Roll fresh = Roll.of(connections(), numbers());
            roll = Optional.of(fresh);
            file.write(fresh);
            mark = now;
        }
    }

    private static String mark(Session session, Sql sql) {
        return session.on(sql)
                .first(row -> row.number("rows_there") + "," + row.number("versions") + "," + row.optionalMoment("latest") + ";")
                .orElseThrow();
    }

    private List<Connection> connections() {
        var found = new ArrayList<Connection>();
        List<Connection> page = connections(START);
        while (!page.isEmpty()) {
            found.addAll(page);
            page = connections(page.getLast().id());
        }
        return found;
    }

    private List<Connection> connections(ConnectionId after) {
        return database.read(
                "LastKnown.connections",
                session -> session.on(CONNECTIONS).set("id", after).set("most", PAGE).list(rows::connection));
    }

    private Map<PhoneNumber, ConnectionId> numbers() {
        var carriers = new HashMap<PhoneNumber, ConnectionId>();
        List<Map.Entry<PhoneNumber, ConnectionId>> found = database.read(
                "LastKnown.numbers",
                session -> session.on(NUMBERS)
                        .list(row -> Map.entry(new PhoneNumber(row.text("number")), row.id("connection_id", ConnectionId::new))));
        found.forEach(number -> carriers.put(number.getKey(), number.getValue()));
        return carriers;
    }

    @Override
    public Optional<Connection> connection(String provider, ConnectionId id) {
        return Optional
                .of(recent().connection(provider, id).or(() -> settled().connection(provider, id)).orElseThrow(LastKnown::nobodyKnows));
    }

    @Override
    public Optional<Connection> carrierOf(String provider, PhoneNumber ourNumber) {
        return recent().carrierOf(provider, ourNumber).or(() -> settled().carrierOf(provider, ourNumber));
    }

    @Override
    public List<Connection> ofAccount(String provider, String accountKey) {
        Map<ConnectionId, Connection> found = new LinkedHashMap<>();
        recent().ofAccount(provider, accountKey).forEach(c -> found.put(c.id(), c));
        settled().ofAccount(provider, accountKey).forEach(c -> found.putIfAbsent(c.id(), c));
        return List.copyOf(found.values());
    }

    @Override
    public List<Connection> active(String provider, ConnectionId after, int most) {
        throw nobodyKnows();
    }

    @Override
    public Optional<Recipient> recipient(Connection connection, PhoneNumber ourNumber) {
        throw nobodyKnows();
    }

    private Roll recent() {
        return new Roll(seen, seenCarriers);
    }

    private Roll settled() {
        return roll.orElseGet(() -> new Roll(Map.of(), Map.of()));
    }

    /** It may have been made just now. */
    private static StoreUnavailable nobodyKnows() {
        return new StoreUnavailable("the database is away, and nobody else knows", new SQLException("not remembered"));
    }
}
