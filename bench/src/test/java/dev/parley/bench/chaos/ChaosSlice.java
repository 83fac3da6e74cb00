package dev.parley.bench.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.bench.check.Checker.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A slice of what {@code bench/chaos} does for hours: nothing is lost and nothing is doubled, whatever is pulled. What it printed says how to
 * run the same once more. {@code -Dparley.chaos.seconds} makes it longer, {@code -Dparley.chaos.seed} repeats the random one. Most of its
 * time goes by in waiting, so both runs are made at once.
 */
@Execution(ExecutionMode.CONCURRENT)
class ChaosSlice {

    private static final long FIXED = 20_260_101;
    private static final Path JAR = Path.of(System.getProperty("parley.jar", "../app-helidon/target/parley.jar"));

    @Test
    void one_node_on_h2_with_the_seed_of_every_build() throws Exception {
        survives(options(FIXED));
    }

    @Test
    void two_nodes_on_mariadb_with_a_seed_of_this_build() throws Exception {
        survives(options(Long.getLong("parley.chaos.seed", new SecureRandom().nextInt())).on(2, true));
    }

    private static Options options(long seed) throws IOException {
        Duration length = Duration.ofSeconds(Integer.getInteger("parley.chaos.seconds", 45));
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "chaos");
        return Options.of(seed, folder).lasting(length).using(JAR);
    }

    /** Says how to replay it before it begins, and the rest in one piece, as two are told at once. */
    private static void survives(Options options) throws Exception {
        System.out.println("if this is red: " + options.command());
        var told = new ByteArrayOutputStream();
        try (var out = new PrintStream(told, true, StandardCharsets.UTF_8)) {
            Map<String, Finding> findings = Rig.run(options, out);
            assertEquals(List.of(), findings.values().stream().flatMap(one -> one.violations().stream()).toList(), options.command());
        } finally {
            System.out.println(told.toString(StandardCharsets.UTF_8));
        }
    }
}
