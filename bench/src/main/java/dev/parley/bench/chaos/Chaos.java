package dev.parley.bench.chaos;

import dev.parley.bench.check.Checker.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

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
        Map<String, Finding> findings = Rig.run(options, System.out);
        System.exit(findings.values().stream().allMatch(Finding::isGood) ? 0 : 1);
    }
}
