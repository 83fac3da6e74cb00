package dev.parley.bench.check;

import dev.parley.bench.ledger.Entry;
import dev.parley.bench.ledger.What;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was reported of a text, and acknowledged, is never taken back. */
final class RanksNeverFall implements Invariant {

    @Override
    public String sentence() {
        return "What was reported of a text, and acknowledged, is never taken back.";
    }

    private static final Map<String, Integer> RANKS = Map.of(
            "scheduled", 0, "queued", 2, "sending", 2, "unknown", 3, "sent", 4, "accepted", 4, "delivered", 5, "undelivered", 5, "failed",
            5);
    private static final int HIGHEST = 5;

    @Override
    public Stream<String> violations(Evidence evidence) {
        Map<String, Row> ours = evidence.outboundById();
        return Stream.concat(
                evidence.by("message", What.REPORT_ANSWERED)
                        .entrySet()
                        .stream()
                        .flatMap(one -> stored(one.getValue(), ours.get(one.getKey()))),
                evidence.by("message", What.API_SHOWN).values().stream().flatMap(RanksNeverFall::shown));
    }

    /** A text of several parts is as far as the part that is least far. */
    private static Stream<String> stored(List<Entry> reports, @Nullable Row message) {
        Map<String, Integer> parts = reports.stream()
                .filter(Entry::isTaken)
                .collect(Collectors.toMap(report -> report.get("sid"), report -> rank(report.get("report")), Math::max));
        if (message == null || (parts.size() > 1 && parts.size() < Integer.parseInt(message.get("segments")))) {
            return Stream.empty();
        }
        int reported = parts.values().stream().mapToInt(rank -> rank).min().orElse(0);
        return rank(message.get("status")) >= reported ? Stream.empty()
                : Stream.of("text " + message.get("id") + " is " + message.get("status") + ", although more was reported");
    }

    private static Stream<String> shown(List<Entry> shown) {
        return IntStream.range(1, shown.size())
                .filter(i -> rank(shown.get(i).get("status")) < rank(shown.get(i - 1).get("status")))
                .mapToObj(i -> "text " + shown.get(i).get("message") + " was " + shown.get(i - 1).get("status") + " and is "
                        + shown.get(i).get("status"));
    }

    private static int rank(String status) {
        return RANKS.getOrDefault(status, HIGHEST);
    }
}
