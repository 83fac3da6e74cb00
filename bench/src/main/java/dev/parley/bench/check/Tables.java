package dev.parley.bench.check;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the database holds when everything is over.
 *
 * @param rows by the names of tables
 */
public record Tables(Map<String, List<Row>> rows) {

    private static final List<String> READ = List.of(
            "message", "part", "work", "delivery", "quarantine", "organization", "suppression", "lost_send", "connection");

    /** Takes a copy. */
    public Tables {
        rows = Map.copyOf(rows);
    }

    /** Reads them. */
    public static Tables read(Connection connection) throws SQLException {
        var all = new HashMap<String, List<Row>>();
        for (String table : READ) {
            try (var statement = connection.createStatement(); ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
                all.put(table, rows(found));
            }
        }
        return new Tables(all);
    }

    private static List<Row> rows(ResultSet found) throws SQLException {
        var rows = new ArrayList<Row>();
        while (found.next()) {
            var cells = new HashMap<String, String>();
            for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                String name = found.getMetaData().getColumnLabel(column).toLowerCase(Locale.ROOT);
                text(found, column).ifPresent(value -> cells.put(name, value));
            }
            rows.add(new Row(cells));
        }
        return rows;
    }

    private static Optional<String> text(ResultSet found, int column) throws SQLException {
        if (found.getObject(column) instanceof byte[] bytes && bytes.length == 2 * Long.BYTES) {
            ByteBuffer id = ByteBuffer.wrap(bytes);
            return Optional.of(new UUID(id.getLong(), id.getLong()).toString());
        }
        return Optional.ofNullable(found.getString(column));
    }

    /** All rows of a table. */
    public List<Row> of(String table) {
        return rows.getOrDefault(table, List.of());
    }

    /** Texts that came in, in the order in which they came. */
    Stream<Row> inbound() {
        return of("message").stream()
                .filter(row -> row.has("inbound_id"))
                .sorted(Comparator.comparing((Row row) -> row.get("created_at")).thenComparing(row -> row.get("id")));
    }

    /** Events that a business failed to take at least once, and that are tried again later. */
    Stream<Row> failedDeliveries() {
        return of("delivery").stream().filter(row -> row.get("status").equals("pending") && row.get("attempts").contains("{"));
    }

    /** Texts of ours. */
    Stream<Row> outbound() {
        return of("message").stream().filter(row -> !row.has("inbound_id"));
    }
}
