package dev.parley.bench.check;

import dev.parley.bench.ledger.Entry;
import dev.parley.bench.ledger.What;
import dev.parley.bench.standin.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** Replies to a contact come in the order of the texts that they answer, but for those that are put off. */
final class RepliesInOrder implements Invariant {

    private static final long PUT_OFF_MICROS = 60_000_000;

    @Override
    public String sentence() {
        return "Replies to a contact come in the order of the texts that they answer, but for those that are put off.";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        List<Row> texts = evidence.tables().inbound().toList();
        var places = new HashMap<Integer, Integer>();
        for (int i = 0; i < texts.size(); i++) {
            places.put(Text.tag(texts.get(i).get("body")), i);
        }
        List<Long> troubles = troubles(evidence);
        var lines = new ArrayList<String>();
        var last = new HashMap<String, Integer>();
        evidence.of(What.SEND_ACCEPTED).filter(entry -> entry.get("body").matches("(?s)Re #t\\d+ .* \\(r\\d+\\)")).forEach(entry -> {
            int place = places.getOrDefault(Text.tag(entry.get("body")), Integer.MAX_VALUE);
            Integer before = last.put(entry.get("line") + entry.get("to"), place);
            if (before != null && before > place && !mayBePutOff(entry, troubles)) {
                lines.add("reply " + entry.get("message") + " came after the reply to a later text");
            }
        });
        return lines.stream();
    }

    private static List<Long> troubles(Evidence evidence) {
        return evidence.of(What.PULLED).filter(entry -> entry.get("step").contains("_PROVIDERS")).map(Entry::at).toList();
    }

    /** A reply that its provider puts off, or that does not reach it, may be overtaken by the next. */
    private static boolean mayBePutOff(Entry accepted, List<Long> troubles) {
        return troubles.stream().anyMatch(at -> at < accepted.at() && accepted.at() - at < PUT_OFF_MICROS);
    }
}
