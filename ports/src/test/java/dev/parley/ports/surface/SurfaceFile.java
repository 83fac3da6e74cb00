package dev.parley.ports.surface;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where it is written down what the surface is.
 *
 * @param path the file, a line each
 * @param promises what outsiders do with the types in it
 */
record SurfaceFile(Path path, Promises promises) {

    private static final String COMMAND = "./mvnw -pl ports test -Dtest=SurfaceTest -Dparley.surface.write";

    /** What whoever runs the test wants. */
    enum Wish {
        COMPARE, WRITE, WRITE_AND_BREAK;

        /** As the two system properties say. */
        static Wish told() {
            if (System.getProperty("parley.surface.write") == null) {
                return COMPARE;
            }
            return System.getProperty("parley.surface.break") == null ? WRITE : WRITE_AND_BREAK;
        }
    }

    Surface read() throws IOException {
        return new Surface(new TreeSet<>(Files.readAllLines(path)));
    }

    /** Fails when the file says something else and must not be written. */
    void settle(Surface now, Wish wish) throws IOException {
        Comparison comparison = Comparison.of(read(), now, promises);
        switch (wish) {
            case COMPARE -> complain(comparison);
            case WRITE -> {
                complain(new Comparison(comparison.breaking(), List.of()));
                Files.write(path, now.lines());
            }
            case WRITE_AND_BREAK -> Files.write(path, now.lines());
        }
    }

    private static void complain(Comparison comparison) {
        Stream<String> breaks = comparison.breaking().stream().map(line -> "breaks adapters compiled against it, " + line);
        Stream<String> additions = comparison.additions().stream().map(line -> "new, record it by " + COMMAND + ": " + line);
        String meant = comparison.breaking().isEmpty() ? "" : "\nIf they are meant to break: " + COMMAND + " -Dparley.surface.break";
        String complaint = Stream.concat(breaks, additions).collect(Collectors.joining("\n"));
        if (!complaint.isEmpty()) {
            fail("The surface of ports is not what ports/api/ports.txt says.\n" + complaint + meant);
        }
    }
}
