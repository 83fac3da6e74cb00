package dev.parley.bench.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** The time that the server has to do what it owes. */
record Settling(Machines machines, PrintStream out) {

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** H2 cannot be looked into while it is used: a lease, and what is done after it, are over by then. */
    private static final Duration BLIND = Duration.ofSeconds(45);

    /** Carriers are asked what they received every few minutes, for ever: that is waited for only if it is done or about to be. */
    private static final String OWED_IN_MARIADB = """
            SELECT COUNT(*) FROM work
            WHERE held = TRUE OR due_at < UTC_TIMESTAMP(6) + INTERVAL CASE kind WHEN 'catch_up' THEN 10 ELSE 60 END SECOND""";

    private static final String OWED_IN_H2 = """
            SELECT COUNT(*) FROM work
            WHERE held = TRUE OR due_at < DATEADD(SECOND, CASE kind WHEN 'catch_up' THEN 10 ELSE 60 END, CURRENT_TIMESTAMP)""";

    /** Waits until nothing is owed, but no longer than that. */
    void await(Duration patience) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        boolean isBlind = machines.database() instanceof H2Files;
        int owed;
        do {
            Thread.sleep(isBlind ? BLIND : LOOK);
            owed = machines.journalled() + (isBlind ? owedInFiles() : owed(OWED_IN_MARIADB));
        } while (owed > 0 && System.nanoTime() - begin < patience.toNanos());
        out.printf("  settled in %d s, %d owed%n", Duration.ofNanos(System.nanoTime() - begin).toSeconds(), owed);
    }

    /** Nobody else may have them open. */
    private int owedInFiles() throws InterruptedException {
        for (Node node : machines.nodes()) {
            node.end();
        }
        int owed = owed(OWED_IN_H2);
        for (Node node : machines.nodes()) {
            node.awaitReady();
        }
        return owed;
    }

    private int owed(String question) {
        Database database = machines.database();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), "");
                var statement = connection.createStatement();
                var found = statement.executeQuery(question)) {
            found.next();
            return found.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be read", e);
        }
    }
}
