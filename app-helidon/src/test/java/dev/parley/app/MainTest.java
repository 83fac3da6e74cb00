package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process of its own: what it prints where, and how it ends. */
class MainTest {

    private static final int SIGTERM = 128 + 15;

    @TempDir
    private Path folder;

    private final Processes processes = new Processes();

    @AfterEach
    void endAll() {
        processes.close();
    }

    private Process start(Map<String, String> environment) throws IOException {
        return processes.start(folder, environment);
    }

    @Test
    void it_greets_with_a_key_the_first_time_and_drains_when_told_to_stop() throws Exception {
        Process first = start(Map.of());
        List<String> greeting = Processes.greeting(first);
        assertTrue(greeting.getFirst().startsWith("Parley "), greeting::toString);
        assertTrue(greeting.stream().anyMatch(line -> line.matches(" {2}API key {2}\\S{16,}")), greeting::toString);
        assertTrue(greeting.stream().anyMatch(line -> line.matches(" {2}Console {2}http://localhost:\\d+/console .*")), greeting::toString);
        assertTrue(greeting.contains("  Carriers simulator, telnyx, twilio, vonage"), greeting::toString);
        assertTrue(greeting.getLast().matches("Parley is ready on http://127\\.0\\.0\\.1:\\d+"), greeting::toString);
        assertEquals(List.of("Parley is stopping", "Parley has stopped"), terminate(first));

        Process second = start(Map.of());
        assertTrue(Processes.greeting(second).stream().noneMatch(line -> line.contains("API key")));
        terminate(second);
    }

    @Test
    void a_wrong_value_is_told_in_one_line_and_ends_it_with_2() throws Exception {
        assertFails(2, "parley: PARLEY_PUBLIC_URL=example.com: ", Map.of("PARLEY_PUBLIC_URL", "example.com"));
        assertFails(2, "parley: PARLEY_API_KEY=(hidden): ", Map.of("PARLEY_API_KEY", "short"));
    }

    @Test
    void a_port_that_is_taken_is_told_in_one_line_and_ends_it_with_1() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String port = String.valueOf(other.getLocalPort());
            assertFails(1, "parley: cannot listen on 127.0.0.1:" + port + ": ", Map.of("PARLEY_PORT", port));
        }
    }

    @Test
    void a_folder_that_another_server_uses_is_told_in_one_line_and_ends_it_with_1() throws Exception {
        Process first = start(Map.of());
        Processes.greeting(first);
        assertFails(1, "parley: cannot use the database in the folder " + folder.resolve("data"), Map.of());
    }

    /** What it prints on its way out. */
    private static List<String> terminate(Process process) throws InterruptedException {
        // The process's own destroy() would close its streams too.
        process.toHandle().destroy();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        assertEquals(SIGTERM, process.exitValue());
        assertEquals(List.of(), process.errorReader().lines().toList());
        return process.inputReader().lines().toList();
    }

    private void assertFails(int status, String line, Map<String, String> environment) throws Exception {
        Process process = start(environment);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        List<String> told = process.errorReader().lines().toList();
        assertEquals(status, process.exitValue(), told::toString);
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.getFirst().startsWith(line), told::toString);
        Stream<String> out = process.inputReader().lines();
        assertTrue(out.noneMatch(printed -> printed.contains("ready")));
    }
}
