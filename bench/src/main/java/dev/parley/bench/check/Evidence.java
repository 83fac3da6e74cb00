package dev.parley.bench.check;

import dev.parley.bench.ledger.Entry;
import dev.parley.bench.ledger.What;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is known after a run.
 *
 * @param ledger what the stand-ins wrote, by time
 * @param tables what the database holds
 * @param log what the server printed
 * @param canaries the word of each organization, by its name
 * @param secrets what may never be in a log
 */
public record Evidence(List<Entry> ledger, Tables tables, List<String> log, Map<String, String> canaries, Set<String> secrets) {

    /** Takes copies. */
    public Evidence {
        ledger = List.copyOf(ledger);
        log = List.copyOf(log);
        canaries = Map.copyOf(canaries);
        secrets = Set.copyOf(secrets);
    }

    /** The lines of one kind, by time. */
    public Stream<Entry> of(What what) {
        return ledger.stream().filter(entry -> entry.what() == what);
    }

    /** When the last thing happened. */
    Instant end() {
        long micros = ledger.stream().mapToLong(Entry::at).max().orElse(0);
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The lines of one kind, by one of their facts. */
    Map<String, List<Entry>> by(String fact, What what) {
        return of(what).collect(Collectors.groupingBy(entry -> entry.get(fact)));
    }

    /** The values of a fact in lines of a kind. */
    Set<String> all(String fact, What what) {
        return of(what).map(entry -> entry.get(fact)).collect(Collectors.toSet());
    }

    /** Texts of ours by their ids. */
    Map<String, Row> outboundById() {
        return tables.outbound().collect(Collectors.toMap(row -> row.get("id"), row -> row, (first, _) -> first));
    }

    /** Whether a text has a canary that is not its organization's. */
    boolean isForeign(String line, String words) {
        return canaries.entrySet().stream().anyMatch(one -> !one.getKey().equals(line) && words.contains(one.getValue()));
    }
}
