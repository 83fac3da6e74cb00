package dev.parley.bench.check;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When all is quiet, no work is left, but what has its time: events that a business failed to take, searches, questions to carriers. */
final class NothingIsOwed implements Invariant {

    /** A text whose answer was lost is looked for the last time 15 minutes after the look before. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(15);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMinutes(5);

    /** Nothing may have happened for so long when the server was ended. */
    private static final Duration SILENCE = Duration.ofMinutes(3);

    /** In so long what is due is done. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public String sentence() {
        return "When all is quiet, no work is left, but what has its time: events that a business failed to take, searches for texts"
                + " that are unknown, questions to carriers.";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        Set<String> events = ids(evidence.tables().failedDeliveries(), "id");
        Set<String> searches = ids(evidence.tables().of("lost_send").stream(), "message_id");
        searches.retainAll(unknown(evidence));
        Set<String> carriers =
                ids(evidence.tables().of("connection").stream().filter(row -> row.get("provider").equals("twilio")), "id");
        Instant end = evidence.end();
        Stream<String> left = evidence.tables().of("work").stream().filter(row -> {
            return switch (row.get("kind")) {
                case "notify" -> !events.contains(row.get("subject"));
                case "resolve" -> !searches.contains(row.get("subject")) || !isInTime(row, end, BETWEEN_LOOKS);
                case "catch_up" -> !carriers.contains(row.get("subject")) || !isInTime(row, end, BETWEEN_QUESTIONS);
                default -> true;
            };
        }).map(NothingIsOwed::left);
        return Stream.concat(left, unsearched(evidence, end));
    }

    /** Somebody has to know of every text that is unknown until the last look. */
    private static Stream<String> unsearched(Evidence evidence, Instant end) {
        Set<String> looked = new HashSet<>();
        evidence.tables()
                .of("work")
                .stream()
                .filter(row -> row.get("kind").equals("resolve"))
                .forEach(row -> looked.add(row.get("subject")));
        return evidence.tables()
                .outbound()
                .filter(row -> row.get("status").equals("unknown") && !looked.contains(row.get("id")))
                .filter(row -> row.moment("updated_at").isAfter(end.minus(BETWEEN_LOOKS)))
                .map(row -> "text " + row.get("id") + " is unknown, and nobody looks for it");
    }

    private static Set<String> unknown(Evidence evidence) {
        return ids(evidence.tables().outbound().filter(row -> row.get("status").equals("unknown")), "id");
    }

    private static boolean isInTime(Row row, Instant end, Duration longest) {
        Instant due = row.moment("due_at");
        return due.isAfter(end.minus(PATIENCE)) && due.isBefore(end.plus(SILENCE).plus(longest));
    }

    private static Set<String> ids(Stream<Row> rows, String column) {
        return rows.map(row -> row.get(column)).collect(Collectors.toCollection(HashSet::new));
    }

    private static String left(Row row) {
        return row.get("kind") + " work of " + row.get("subject") + " is left, due " + row.get("due_at") + ", attempt "
                + row.get("attempts");
    }
}
