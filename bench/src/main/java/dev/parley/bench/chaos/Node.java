package dev.parley.bench.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One server: a process with a port and a folder of its own. */
final class Node {

    private static final Duration STARTING = Duration.ofMinutes(4);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration DRAINING = Duration.ofSeconds(40);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final Path log;
    private final Child process;

    private Node(URI address, Path log, Child process) {
        this.address = address;
        this.log = log;
        this.process = process;
    }

    /** Starts the jar on a free port. */
    static Node start(Path jar, Path folder, Map<String, String> environment) {
        int port = Ports.free();
        var all = new HashMap<>(environment);
        all.put("PARLEY_PORT", Integer.toString(port));
        all.put("PARLEY_DATA_DIR", folder.resolve("data").toString());
        String java = ProcessHandle.current().info().command().orElse("java");
        List<String> command = List.of(java, "-Xmx512m", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow", "-jar",
                jar.toAbsolutePath().toString());
        Path log = folder.resolve("node.log");
        return new Node(URI.create("http://127.0.0.1:" + port), log, Child.start(command, all, log));
    }

    URI address() {
        return address;
    }

    Path log() {
        return log;
    }

    Child process() {
        return process;
    }

    /** Starts it as often as it takes until it wants work, as whoever looks after it would. */
    void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + STARTING.toNanos();
        while (!isReady()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("a node does not become ready, see " + log);
            }
            process.revive();
            Thread.sleep(LOOK);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address.resolve("/observe/health/ready")).timeout(Duration.ofSeconds(5)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    /** Ends it as an operator does; whether it did so in time. */
    boolean end() throws InterruptedException {
        return process.end(DRAINING);
    }
}
