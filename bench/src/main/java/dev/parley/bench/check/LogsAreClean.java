package dev.parley.bench.check;

import java.util.stream.Stream;

/** No text, number or secret is in a log. */
final class LogsAreClean implements Invariant {

    @Override
    public String sentence() {
        return "No text, number or secret is in a log.";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.log()
                .stream()
                .filter(line -> evidence.secrets().stream().anyMatch(line::contains))
                .map(
                        line -> "the log says: " + line.substring(0, Math.min(100, line.length())));
    }
}
