package dev.parley.bench.check;

import dev.parley.bench.ledger.What;
import java.util.stream.Stream;

/** Nothing of one organization is ever seen by another. */
final class OrganizationsAreApart implements Invariant {

    @Override
    public String sentence() {
        return "Nothing of one organization is ever seen by another.";
    }

    @Override
    public Stream<String> violations(Evidence evidence) {
        return Stream.of(
                evidence.of(What.MODEL_ASKED)
                        .filter(entry -> entry.get("canaries").contains(" "))
                        .map(
                                entry -> "question " + entry.get("number") + " to the model mixes " + entry.get("canaries")),
                evidence.of(What.SEND_OFFERED)
                        .filter(entry -> evidence.isForeign(entry.get("line"), entry.get("body")))
                        .map(
                                entry -> "text " + entry.get("message") + " of " + entry.get("line") + " has words of another"),
                Stream.concat(evidence.of(What.EVENT_OFFERED), evidence.of(What.API_SHOWN))
                        .filter(entry -> evidence.isForeign(entry.get("line"), entry.get("canaries")))
                        .map(entry -> entry.get("line") + " was shown " + entry.get("canaries") + " in " + entry.get("message")))
                .flatMap(lines -> lines);
    }
}
