package dev.parley.bench.check;

import dev.parley.bench.ledger.Entry;
import dev.parley.bench.ledger.What;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replies to a contact come in the order of the texts that they answer. A text is before another if it was acknowledged before the other was brought: of texts that come at the same time nobody knows the order.
 */
final class RepliesInOrder implements Invariant {

    private static final long LATE_MICROS = 120_000_000;
    private static final long AT_ONCE_MICROS = 500_000;

    @Override
    public String sentence() {
        return "Replies to a contact come in the order of the texts that they answer.";
    }

    /**
     * What a reply answers.
     *
     * @param offered when the newest of its texts was brought first
     * @param known when the last of them was acknowledged
     */
    private record Answered(long offered, long known) {}

    @Override
    public Stream<String> violations(Evidence evidence) {
        Texts texts = Texts.of(evidence);
        Delays delays = delays(evidence);
        Journals journals = Journals.of(evidence);
        var latest = new HashMap<String, Long>();
        var lines = new ArrayList<String>();
        evidence.of(What.SEND_ACCEPTED).forEach(sent -> texts.answered(sent).ifPresent(now -> {
            String contact = sent.get("line") + sent.get("to");
            if (latest.getOrDefault(contact, 0L) > now.known() && !delays.have(sent)
                    && !journals.mayHoldUp(now.known(), sent.at())) {
                lines.add("reply " + sent.get("message") + " came after the reply to a later text");
            }
            latest.merge(contact, now.offered(), Math::max);
        }));
        return lines.stream();
    }

    /**
     * Texts of contacts.
     *
     * @param offered when each was brought first
     * @param known when each was acknowledged
     * @param byReply which are answered by which text of ours
     */
    private record Texts(Map<String, Long> offered, Map<String, Long> known, Map<String, List<String>> byReply) {

        static Texts of(Evidence evidence) {
            return new Texts(
                    times(evidence.of(What.TEXT_OFFERED)),
                    times(evidence.of(What.TEXT_ANSWERED).filter(Entry::isTaken)),
                    evidence.tables()
                            .inbound()
                            .filter(row -> row.has("reply_id"))
                            .collect(
                                    Collectors.groupingBy(
                                            row -> row.get("reply_id"),
                                            Collectors.mapping(row -> row.get("inbound_id"), Collectors.toList()))));
        }

        private static Map<String, Long> times(Stream<Entry> entries) {
            return entries.collect(Collectors.toMap(entry -> entry.get("id"), Entry::at, Math::min));
        }

        /** Nothing for a text whose acknowledgement nobody got: it may have been asked for later. */
        Optional<Answered> answered(Entry sent) {
            List<String> texts = byReply.getOrDefault(sent.get("message"), List.of());
            return texts.isEmpty() || !known.keySet().containsAll(texts)
                    ? Optional.empty()
                    : Optional.of(new Answered(latest(texts, offered), latest(texts, known)));
        }

        private static long latest(List<String> texts, Map<String, Long> times) {
            return texts.stream().mapToLong(text -> times.getOrDefault(text, 0L)).max().orElse(0);
        }
    }

    private static Delays delays(Evidence evidence) {
        return new Delays(
                evidence.of(What.PULLED).filter(entry -> entry.get("step").contains("FREEZE_NODE ")).map(Entry::at).toList(),
                evidence.outboundById());
    }

    /**
     * A reply may leave late: on a node that was frozen between its last look and the request.
     *
     * @param freezes when nodes were frozen
     * @param texts ours
     */
    private record Delays(List<Long> freezes, Map<String, Row> texts) {

        boolean have(Entry accepted) {
            return isLate(accepted) && freezes.stream().anyMatch(at -> at < accepted.at() && accepted.at() - at < LATE_MICROS);
        }

        private boolean isLate(Entry accepted) {
            Row text = texts.getOrDefault(accepted.get("message"), new Row(Map.of()));
            return text.has("created_at")
                    && ChronoUnit.MICROS.between(Instant.EPOCH, text.moment("created_at")) + AT_ONCE_MICROS < accepted.at();
        }
    }
}
