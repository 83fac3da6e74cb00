package dev.parley.bench.chaos;

import dev.parley.bench.check.Checker.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.List;

/** Runs the rig from the command line. Exits with 1 when an invariant is broken, with 2 when the command is. */
public final class Chaos {

    private Chaos() {}

    /** See {@link Options}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options;
        try {
            options = Options.of(new SecureRandom().nextInt(), Files.createTempDirectory("chaos")).with(List.of(arguments));
        } catch (IllegalArgumentException wrong) {
            System.err.println("chaos: " + wrong.getMessage());
            System.exit(2);
            return;
        }
        System.exit(isGood(options) ? 0 : 1);
    }

    private static boolean isGood(Options options) throws IOException, InterruptedException {
        try {
            return Rig.run(options, System.out).values().stream().allMatch(Finding::isGood);
        } catch (IllegalStateException broken) {
            // Servers of stand-ins may still run, and would keep this process from ending.
            broken.printStackTrace(System.err);
            return false;
        }
    }
}
