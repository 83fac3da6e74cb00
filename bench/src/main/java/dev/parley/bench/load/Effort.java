package dev.parley.bench.load;

import java.time.Duration;
import java.util.Locale;

/** Who used how much processor time since this was made: the server, the database, and this rig with its stand-ins. */
final class Effort {

    private final Server server;
    private final Duration serverBefore;
    private final Duration databaseBefore;
    private final Duration rigBefore;

    Effort(Server server) {
        this.server = server;
        serverBefore = server.used();
        databaseBefore = database();
        rigBefore = rig();
    }

    /** What it comes to for each of so many. */
    String per(long count) {
        return String.format(
                Locale.ROOT,
                "    processor time each: server %.0f us, database %.0f us, this rig %.0f us",
                micros(server.used().minus(serverBefore), count),
                micros(database().minus(databaseBefore), count),
                micros(rig().minus(rigBefore), count));
    }

    private static double micros(Duration used, long count) {
        return used.toNanos() / 1e3 / Math.max(1, count);
    }

    private static Duration rig() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Duration database() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().filter(c -> c.endsWith("mariadbd") || c.endsWith("mysqld")).isPresent())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
