package dev.parley.bench.check;

import dev.parley.bench.ledger.Entry;
import dev.parley.bench.ledger.What;
import java.util.List;
import java.util.stream.Stream;

/** The same Idempotency-Key brings the same message and the same bytes. */
final class OneAnswerForAKey implements Invariant {

    @Override
    public String sentence() {
        return "The same Idempotency-Key brings the same message and the same bytes.";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.by("key", What.API_ANSWERED).entrySet().stream().flatMap(one -> {
            List<Entry> answers = one.getValue().stream().filter(Entry::isTaken).toList();
            long messages = answers.stream().map(answer -> answer.get("message")).distinct().count();
            long bodies = answers.stream().map(answer -> answer.get("body")).distinct().count();
            return messages > 1 || bodies > 1
                    ? Stream.of("key " + one.getKey() + " brought " + messages + " messages and " + bodies + " answers")
                    : Stream.empty();
        });
    }
}
