package dev.parley.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as an operator runs it: a process of its own, started by {@code parley start}. */
final class Server implements AutoCloseable {

    static final String KEY = "a-key-for-the-load-rig";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern READY = Pattern.compile("Parley is ready on http://\\S+:(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Process process;
    private final int port;
    private final Duration startedIn;

    private Server(Process process, int port, Duration startedIn) {
        this.process = process;
        this.port = port;
        this.startedIn = startedIn;
    }

    /** Starts it with that environment on top of what it cannot do without, and waits until it is ready. */
    static Server start(Path parley, Folder folder, Map<String, String> environment) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder.path(), "server", ".out");
        ProcessBuilder builder = builder(parley, folder, environment).redirectErrorStream(true).redirectOutput(out.toFile());
        long begin = System.nanoTime();
        Process process = builder.start();
        try {
            int port = port(process, out, begin);
            return new Server(process, port, Duration.ofNanos(System.nanoTime() - begin));
        } catch (IllegalStateException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static ProcessBuilder builder(Path parley, Folder folder, Map<String, String> added) {
        var builder = new ProcessBuilder(parley.toAbsolutePath().toString(), "start").directory(folder.path().toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PARLEY_"));
        environment.putAll(added);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("PARLEY_JAVA_OPTS", "-Xmx512m " + System.getProperty("load.java", ""));
        environment.put("PARLEY_PORT", "0");
        environment.put("PARLEY_API_KEY", KEY);
        environment.put("PARLEY_DATA_DIR", folder.resolve("parley").toString());
        return builder;
    }

    int port() {
        return port;
    }

    Duration startedIn() {
        return startedIn;
    }

    /** Processor time that it has used. */
    Duration used() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** How much memory it holds now, in MB. */
    long residentMegabytes() throws IOException {
        Matcher line = RESIDENT.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
        return line.find() ? Long.parseLong(line.group(1)) / 1024 : 0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    private static int port(Process process, Path out, long begin) throws IOException, InterruptedException {
        while (System.nanoTime() - begin < PATIENCE.toNanos() && process.isAlive()) {
            Matcher ready = READY.matcher(Files.readString(out));
            if (ready.find()) {
                return Integer.parseInt(ready.group(1));
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        throw new IllegalStateException("the server did not get ready:\n" + Files.readString(out));
    }
}
