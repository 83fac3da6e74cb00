package dev.parley.bench.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of ours that can be killed, stopped and started again. Not thread-safe. */
final class Child {

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private Process process;

    private Child(List<String> command, Map<String, String> environment, Path log) {
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.process = begin(command, environment, log);
    }

    /** Starts it; what it prints goes to the end of a file. */
    static Child start(List<String> command, Map<String, String> environment, Path log) {
        return new Child(command, environment, log);
    }

    private static Process begin(List<String> command, Map<String, String> environment, Path log) {
        var builder = new ProcessBuilder(command).directory(log.toAbsolutePath().resolveSibling(".").toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_"));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Starts it again if it has ended. */
    void revive() {
        if (!isAlive()) {
            process = begin(command, environment, log);
        }
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill}, and waits for its end; whether it came in time. */
    boolean end(Duration patience) throws InterruptedException {
        process.destroy();
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Freezes it, as a machine that is moved to another host. */
    void freeze() throws InterruptedException {
        signal("-STOP");
    }

    /** Lets it go on, as if no time had passed. */
    void thaw() throws InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws InterruptedException {
        try {
            new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
