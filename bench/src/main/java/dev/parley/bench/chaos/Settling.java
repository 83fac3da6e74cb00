package dev.parley.bench.chaos;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** The time that the server has to do what it owes. */
record Settling(Database database, PrintStream out) {

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** H2 cannot be looked into while it is used: a lease, and what is done after it, are over by then. */
    private static final Duration BLIND = Duration.ofSeconds(45);

    /** Carriers are asked what they received every few minutes, for ever: that is waited for only if it is about to be done. */
    private static final String OWED = """
            SELECT COUNT(*) FROM work
            WHERE due_at < UTC_TIMESTAMP(6) + INTERVAL CASE kind WHEN 'catch_up' THEN 10 ELSE 60 END SECOND""";

    /** Waits until nothing is owed, but no longer than that. */
    void await(Duration patience) throws InterruptedException {
        if (database instanceof H2Files) {
            Thread.sleep(BLIND);
            return;
        }
        long begin = System.nanoTime();
        int owed = owed();
        while (owed > 0 && System.nanoTime() - begin < patience.toNanos()) {
            Thread.sleep(LOOK);
            owed = owed();
        }
        out.printf("  settled in %d s, %d owed%n", Duration.ofNanos(System.nanoTime() - begin).toSeconds(), owed);
    }

    private int owed() {
        try (Connection connection = DriverManager.getConnection(database.url(), "root", "");
                var statement = connection.createStatement();
                var found = statement.executeQuery(OWED)) {
            found.next();
            return found.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be read", e);
        }
    }
}
