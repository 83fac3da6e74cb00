package dev.parley.bench.chaos;

import dev.parley.bench.check.Checker.Finding;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Plants one bug after the other, and looks whether the checker finds each. Exits with 1 when it misses one. */
public final class Teeth {

    private static final Duration LENGTH = Duration.ofSeconds(20);

    private Teeth() {}

    /** Takes the words of the bugs to plant; none for all. */
    public static void main(String[] words) throws IOException, InterruptedException {
        List<Sabotage> bugs = words.length == 0 ? List.of(Sabotage.values()) : Arrays.stream(words).map(Sabotage::named).toList();
        Path folder = Files.createTempDirectory("teeth");
        var missed = new ArrayList<Sabotage>();
        for (Sabotage bug : bugs) {
            List<String> broken = broken(bug, Files.createDirectory(folder.resolve(bug.word())));
            boolean isFound = broken.contains(bug.foundBy());
            System.out.printf("%-24s%s %s, broken: %s%n", bug.word(), isFound ? "found by" : "MISSED by", bug.foundBy(), broken);
            if (!isFound) {
                missed.add(bug);
            }
        }
        System.out.printf("%d of %d bugs were found; %s%n", bugs.size() - missed.size(), bugs.size(), folder);
        System.exit(missed.isEmpty() ? 0 : 1);
    }

    private static List<String> broken(Sabotage bug, Path folder) throws IOException, InterruptedException {
        Options options = Options.of(bug.word().hashCode(), folder).lasting(LENGTH).on(1, true).with(bug);
        try (var out = new PrintStream(new FileOutputStream(folder.resolve("run.log").toFile()), true, StandardCharsets.UTF_8)) {
            Map<String, Finding> findings = Rig.run(options, out);
            return findings.entrySet().stream().filter(one -> !one.getValue().isGood()).map(Map.Entry::getKey).toList();
        }
    }
}
