package dev.parley.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Servers as processes of their own, which end with the test at the latest. */
final class Processes implements AutoCloseable {

    private final List<Process> started = new ArrayList<>();

    Process start(Path folder, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_"));
        builder.environment().putAll(Map.of("PARLEY_PORT", "0", "PARLEY_DATA_DIR", folder.resolve("data").toString()));
        builder.environment().putAll(environment);
        Process process = builder.directory(folder.toFile()).start();
        started.add(process);
        return process;
    }

    /** Everything that it prints up to the line that says where it is ready. */
    static List<String> greeting(Process process) throws IOException {
        BufferedReader out = process.inputReader();
        List<String> lines = new ArrayList<>();
        do {
            lines.add(String.valueOf(out.readLine()));
        } while (!lines.getLast().startsWith("Parley is ready") && process.isAlive());
        return lines;
    }

    @Override
    public void close() {
        started.forEach(process -> process.destroyForcibly().onExit().join());
    }
}
