package dev.parley.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** What this machine does when nothing of the server's own is in the way: figures to compare with. */
final class Limits {

    private static final byte[] LIVE =
            "GET /observe/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private Limits() {}

    /** Asks a route that does nothing. */
    static Crowd.Step bareRoute(int port) throws IOException {
        var wire = new Wire(port);
        return new Crowd.Step() {
            @Override
            public void run() throws IOException {
                wire.ask(LIVE);
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }

    static void makeTable(String database) throws SQLException {
        try (Connection connection = MariaDb.connect(database); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bare (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, body VARCHAR(200) NOT NULL)");
        }
    }

    /** Inserts one row and commits it. */
    static Crowd.Step bareInsert(String database) throws SQLException {
        Connection connection = MariaDb.connect(database + "&useServerPrepStmts=true&cachePrepStmts=true");
        PreparedStatement insert = connection.prepareStatement("INSERT INTO bare (body) VALUES (?)");
        return new Crowd.Step() {
            @Override
            public void run() throws SQLException {
                insert.setString(1, "When do you open tomorrow, and do you have rye bread?");
                insert.executeUpdate();
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }
}
