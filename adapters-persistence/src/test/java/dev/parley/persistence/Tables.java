package dev.parley.persistence;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables as a test may touch them that knows nothing of the stores: empties them, and lets time pass in them. */
final class Tables implements AutoCloseable {

    /** Children before parents. */
    private static final List<String> NAMES = List.of(
            "delivery",
            "endpoint",
            "wish",
            "paced",
            "pace",
            "part",
            "message",
            "conversation",
            "assigned_number",
            "agent",
            "connection",
            "api_key",
            "work",
            "lost_send",
            "catch_up",
            "connection_problem",
            "long_text",
            "long_text_part",
            "suppression",
            "consent_event",
            "contact",
            "idempotency",
            "quarantine",
            "signature_failure",
            "organization");

    private final Connection connection;
    private final List<String> moves = new ArrayList<>();

    Tables(PersistenceConfig config, String url) {
        try {
            connection = DriverManager.getConnection(url, config.user().isEmpty() ? "sa" : config.user(), config.password().reveal());
            times().forEach(
                    (table, columns) -> moves.add(
                            "UPDATE " + table + " SET " + String.join(
                                    ", ",
                                    columns.stream()
                                            .map(
                                                    c -> c
                                                            + " = TIMESTAMPADD(MICROSECOND, -%d, " + c + ")")
                                            .toList())));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    void empty() {
        run(NAMES.stream().map(name -> "DELETE FROM " + name).toList());
    }

    /** Moves every time that is stored back: to whoever goes by the clock of the database, so much time has passed. */
    void pass(Duration time) {
        run(moves.stream().map(sql -> sql.replace("%d", String.valueOf(time.toNanos() / 1000))).toList());
    }

    void run(List<String> statements) {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The first column of every row. */
    List<String> read(String query) {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, List<String>> times() throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        Map<String, List<String>> found = new LinkedHashMap<>();
        try (ResultSet columns = about.getColumns(connection.getCatalog(), null, null, null)) {
            while (columns.next()) {
                String table = columns.getString("TABLE_NAME");
                String type = columns.getString("TYPE_NAME");
                if (NAMES.contains(table) && (type.startsWith("TIMESTAMP") || type.startsWith("DATETIME"))) {
                    found.computeIfAbsent(table, _ -> new ArrayList<>()).add(columns.getString("COLUMN_NAME"));
                }
            }
        }
        return found;
    }
}
