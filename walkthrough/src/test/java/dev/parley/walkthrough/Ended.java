package dev.parley.walkthrough;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A command that has ended.
 *
 * @param status its exit status
 * @param output all that it printed
 */
record Ended(int status, String output) {

    /** Runs a command in a folder. */
    static Ended of(Path folder, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.onExit().join().exitValue(), output);
    }

    /** The same one, which has to have ended so. */
    Ended with(int expected) {
        assertEquals(expected, status, output);
        return this;
    }
}
