package dev.parley.bench.check;

import dev.parley.bench.ledger.Entry;
import dev.parley.bench.ledger.What;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Once a STOP is acknowledged, no text is given to a provider for that contact. */
final class NothingAfterStop implements Invariant {

    @Override
    public String sentence() {
        return "Once a STOP is acknowledged, no text is given to a provider for that contact.";
    }

    /** What has passed the last look may be on its way: on a machine with too little time for all, so long. */
    private static final long WINDOW_MICROS = 1_000_000;

    @Override
    public Stream<String> violations(Evidence evidence) {
        Map<String, Long> stopped = evidence.of(What.TEXT_ANSWERED)
                .filter(entry -> entry.get("body").equals("STOP") && entry.isTaken())
                .collect(Collectors.toMap(entry -> entry.get("line") + entry.get("from"), Entry::at, Math::min));
        Journals journals = Journals.of(evidence);
        return evidence.of(What.SEND_OFFERED)
                .filter(entry -> !isConfirmation(entry))
                .filter(entry -> entry.at() - WINDOW_MICROS > stopped.getOrDefault(entry.get("line") + entry.get("to"), Long.MAX_VALUE))
                .filter(entry -> !journals.mayHide(stopped.getOrDefault(entry.get("line") + entry.get("to"), 0L), entry.at()))
                .map(entry -> "text %s was given to the provider %d ms after the STOP was acknowledged".formatted(entry.get("message"),
                        (entry.at() - stopped.getOrDefault(entry.get("line") + entry.get("to"), 0L)) / 1000));
    }

    /** That the contact has opted out is said once, and is not one of the texts that a canary is in. */
    private static boolean isConfirmation(Entry entry) {
        return !entry.get("body").contains("canary");
    }
}
