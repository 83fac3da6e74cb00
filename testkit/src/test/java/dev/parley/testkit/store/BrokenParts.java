package dev.parley.testkit.store;

import dev.parley.ports.Address;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.LongText;
import dev.parley.ports.out.LongTexts;
import dev.parley.ports.out.TextPart;
import dev.parley.ports.out.WorkQueue;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.ports.work.WorkKind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores that keep the parts of texts wrongly. */
final class BrokenParts {

    private BrokenParts() {}

    interface Parts extends LongTexts {

        LongTexts intact();

        @Override
        default Acceptance add(TextPart part) {
            return intact().add(part);
        }

        @Override
        default Optional<LongText> gather(Claim claim) {
            return intact().gather(claim);
        }

        @Override
        default boolean finish(Claim claim) {
            return intact().finish(claim);
        }
    }

    record ForgetsWhatCameBefore(LongTexts intact) implements Parts {
        @Override
        public Acceptance add(TextPart p) {
            InboundText t = p.text();
            InboundText renamed = InboundText.of(t.providerMessageId() + p.newText(), t.from(), t.to(), t.body()).as(p.part());
            return intact.add(new TextPart(p.newText(), p.organization(), p.connection(), p.from(), p.to(), renamed));
        }
    }

    record LooksAtTheReferenceAlone(LongTexts intact) implements Parts {
        @Override
        public Acceptance add(TextPart p) {
            var somebody = new Address("somebody");
            return intact.add(new TextPart(p.newText(), p.organization(), p.connection(), somebody, somebody, p.text()));
        }
    }

    /** Puts the work off for the length of the wait when it is due for the first time. */
    record WaitsTwice(WorkQueue intact, Set<WorkKey> seen) implements Intact.Work {

        WaitsTwice(WorkQueue intact) {
            this(intact, new HashSet<>());
        }

        @Override
        public List<Claim> claimDue(WorkKind kind, int most) {
            List<Claim> due = intact.claimDue(kind, most);
            List<Claim> first = due.stream().filter(c -> seen.add(c.key())).toList();
            first.forEach(c -> intact.postpone(c, LongTexts.PATIENCE));
            return due.stream().filter(c -> !first.contains(c)).toList();
        }
    }

    /** Takes what comes under a used reference for parts of the text before. */
    record NeverEndsTheWait(LongTexts intact, Set<String> whole) implements Parts {

        NeverEndsTheWait(LongTexts intact) {
            this(intact, new HashSet<>());
        }

        @Override
        public Acceptance add(TextPart part) {
            if (whole.contains(part.part().reference())) {
                return new Acceptance.Stored(
                        Optional.of(new Acceptance.Due(
                                WorkKey.join(part.organization(), part.newText()),
                                Duration.ZERO)));
            }
            Acceptance acceptance = intact.add(part);
            if (acceptance instanceof Acceptance.Stored(var work) && work.isPresent()) {
                whole.add(part.part().reference());
            }
            return acceptance;
        }
    }
}
