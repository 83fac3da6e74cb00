package dev.parley.bench.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;

/** Has a hand in the database or the log while the server runs. */
record Saboteur(Tampering tampering, Machines machines) {

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Goes on until it is interrupted. */
    void run() throws InterruptedException {
        switch (tampering) {
            case Tampering.Sql(var once, var again) -> {
                tamper(once);
                while (!again.isEmpty()) {
                    tamper(again);
                    Thread.sleep(PAUSE);
                }
            }
            case Tampering.Log(var line) -> write(line);
            case Tampering.Door _, Tampering.Provider _, Tampering.Model _, Tampering.Sink _ -> {
                // They do their part where they stand.
            }
        }
    }

    private void tamper(List<String> statements) {
        if (statements.isEmpty()) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(machines.database().url(), machines.database().user(), "");
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLTransientException | SQLRecoverableException away) {
            // A deadlock with the server or a database that is away: the next round comes soon.
            return;
        } catch (SQLException e) {
            throw new IllegalStateException("no bug was planted", e);
        }
    }

    private void write(String line) {
        try {
            Files.writeString(machines.nodes().getFirst().log(), line + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
