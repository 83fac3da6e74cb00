package dev.parley.bench.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What is written in the server's database: nothing counts as done that is not.
 *
 * @param url where it is
 */
record Books(String url) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String UNANSWERED = "SELECT COUNT(*) FROM message WHERE direction = 'inbound' AND handled_as IS NULL";
    private static final String UNSENT = "SELECT COUNT(*) FROM message WHERE direction = 'outbound' AND status <> 'sent'";
    private static final String OWED = "SELECT COUNT(*) FROM work WHERE kind <> 'catch_up'";

    long inbound() throws SQLException {
        return count("SELECT COUNT(*) FROM message WHERE direction = 'inbound'");
    }

    long outbound() throws SQLException {
        return count("SELECT COUNT(*) FROM message WHERE direction = 'outbound'");
    }

    /** Waits until everything is answered, sent and no longer owed. */
    void settle() throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        while (count(OWED) + count(UNANSWERED) + count(UNSENT) > 0) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException(count(OWED) + " owed, " + count(UNANSWERED) + " unanswered, " + count(UNSENT) + " unsent");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private long count(String query) throws SQLException {
        try (Connection connection = MariaDb.connect(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
