package dev.parley.bench.check;

import dev.parley.bench.ledger.Entry;
import dev.parley.bench.ledger.What;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may be in the journal of a node that is down, and so is not known to the others: it was acknowledged while the database was away
 * or too slow, and a node failed before it was told.
 *
 * @param isOne whether there is one node, so that there are no others
 * @param outages when the database was harmed, or a node said that it is too slow
 * @param failures when a node was
 */
record Journals(boolean isOne, List<Long> outages, List<Long> failures) {

    private static final Pattern SECOND_NODE = Pattern.compile("_NODE [1-9]");

    /** The longest that the database is away, and the time that it takes to be itself again. */
    private static final long OUTAGE_MICROS = 20_000_000;

    static Journals of(Evidence evidence) {
        return new Journals(
                evidence.of(What.PULLED).noneMatch(entry -> SECOND_NODE.matcher(entry.get("step")).find()),
                Stream.concat(times(evidence, "_DATABASE "), slow(evidence)).toList(),
                times(evidence, "_NODE ").toList());
    }

    private static Stream<Long> times(Evidence evidence, String plug) {
        return evidence.of(What.PULLED).filter(entry -> entry.get("step").contains(plug)).map(Entry::at);
    }

    private static Stream<Long> slow(Evidence evidence) {
        return evidence.log()
                .stream()
                .filter(line -> line.contains("degraded: what carriers bring goes to the journal"))
                .map(line -> ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(line.substring(0, line.indexOf(' ')))));
    }

    /** As long as it may take a node under a storm to tell the database, or to die. */
    private static final long BACKLOG_MICROS = 60_000_000;

    /** Whether others may not have known at a time of an opt-out that was acknowledged before. */
    boolean mayHide(long acknowledged, long at) {
        return isHidden(acknowledged, at, OUTAGE_MICROS);
    }

    /** Whether others may have answered later texts at a time when this one, acknowledged before, was not in the database yet. */
    boolean mayHoldUp(long acknowledged, long at) {
        return isHidden(acknowledged, at, BACKLOG_MICROS);
    }

    private boolean isHidden(long acknowledged, long at, long longest) {
        return !isOne
                && outages.stream().anyMatch(outage -> outage < acknowledged && acknowledged - outage < longest)
                && failures.stream().anyMatch(failure -> acknowledged - OUTAGE_MICROS < failure && failure < at);
    }
}
