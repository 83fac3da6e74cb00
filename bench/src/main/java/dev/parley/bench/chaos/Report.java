package dev.parley.bench.chaos;

import dev.parley.bench.check.Balance;
import dev.parley.bench.check.Checker.Finding;
import dev.parley.bench.check.Evidence;
import dev.parley.bench.check.Row;
import dev.parley.bench.ledger.What;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says what was found, and how to see it again. */
final class Report {

    private static final int MOST = 10;

    private Report() {}

    /** How much there was to look at: what holds of nothing proves nothing. */
    static void count(Evidence evidence, PrintStream out) {
        for (What what : What.values()) {
            out.printf("  %-16s%d%n", what.name().toLowerCase(Locale.ROOT), evidence.of(what).count());
        }
        out.println("  handled as      " + by(evidence, row -> row.has("inbound_id"), "handled_as"));
        out.println("  our texts       " + by(evidence, row -> !row.has("inbound_id"), "status"));
        out.println("  plugs           " + plugs(evidence));
        Balance.of(evidence).lines().forEach(line -> out.println("  " + line));
    }

    private static Map<String, Long> plugs(Evidence evidence) {
        return evidence.of(What.PULLED)
                .collect(Collectors.groupingBy(pulled -> pulled.get("step").replaceFirst(".* s +([A-Z_]+) .*", "$1"), TreeMap::new,
                        Collectors.counting()));
    }

    private static Map<String, Long> by(Evidence evidence, Predicate<Row> which, String column) {
        return evidence.tables()
                .of("message")
                .stream()
                .filter(which)
                .collect(Collectors.groupingBy(row -> row.get(column), TreeMap::new, Collectors.counting()));
    }

    static Map<String, Finding> print(Map<String, Finding> findings, Options options, PrintStream out) {
        findings.forEach((name, finding) -> {
            int count = finding.violations().size();
            out.printf("  %-4s%s %s%n", name, finding.isGood() ? "holds:" : "IS BROKEN " + count + " times:", finding.sentence());
            finding.violations().stream().limit(MOST).forEach(line -> out.println("         " + line));
        });
        if (findings.values().stream().anyMatch(finding -> !finding.isGood())) {
            out.println("  evidence: " + options.folder().toAbsolutePath());
            out.println("  replay:   " + options.command());
        }
        return findings;
    }
}
