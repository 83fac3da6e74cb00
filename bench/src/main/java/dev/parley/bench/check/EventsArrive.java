package dev.parley.bench.check;

import dev.parley.bench.ledger.Entry;
import dev.parley.bench.ledger.What;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every event reaches its business, signed, unchanged and under one id. */
final class EventsArrive implements Invariant {

    @Override
    public String sentence() {
        return "Every event reaches its business, signed, unchanged and under one id.";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        Map<String, List<Entry>> told = evidence.by("message", What.EVENT_OFFERED);
        return Stream.of(
                lost(evidence, told),
                told.entrySet()
                        .stream()
                        .filter(one -> changes(one.getValue()))
                        .map(
                                one -> "the event of text " + one.getKey() + " had several ids or bodies"),
                evidence.of(What.EVENT_OFFERED)
                        .filter(event -> !event.get("signature").equals("good"))
                        .map(
                                event -> "event " + event.get("event") + " was not signed as it should"))
                .flatMap(lines -> lines);
    }

    private static Stream<String> lost(Evidence evidence, Map<String, List<Entry>> told) {
        Set<String> taken =
                evidence.of(What.EVENT_ANSWERED).filter(Entry::isTaken).map(event -> event.get("event")).collect(Collectors.toSet());
        Set<String> waiting = evidence.tables().failedDeliveries().map(row -> row.get("message_id")).collect(Collectors.toSet());
        return evidence.tables()
                .inbound()
                .filter(row -> row.get("handled_as").equals("notified"))
                .map(row -> row.get("id"))
                .filter(id -> !waiting.contains(id))
                .filter(id -> told.getOrDefault(id, List.of()).stream().noneMatch(event -> taken.contains(event.get("event"))))
                .map(id -> "text " + id + " is said to be told, and was not taken by the business");
    }

    private static boolean changes(List<Entry> attempts) {
        return attempts.stream().map(e -> e.get("event") + e.get("digest")).distinct().count() > 1;
    }
}
