package dev.parley.testkit.store;

import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.message.Failure;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Schedule;
import dev.parley.ports.out.ScheduledText;
import dev.parley.ports.work.Claim;
import dev.parley.testkit.sample.DraftSample;
import java.util.Optional;

/** Stores that keep scheduled texts wrongly. */
final class BrokenSchedule {

    private BrokenSchedule() {}

    interface Intact extends Schedule {

        Schedule intact();

        @Override
        default boolean add(ScheduledText text) {
            return intact().add(text);
        }

        @Override
        default Optional<ScheduledText> find(Claim claim) {
            return intact().find(claim);
        }

        @Override
        default Begun begin(Claim claim, OutboundDraft draft) {
            return intact().begin(claim, draft);
        }

        @Override
        default boolean fail(Claim claim, Failure failure) {
            return intact().fail(claim, failure);
        }

        @Override
        default Cancellation cancel(OrganizationId organization, MessageId message) {
            return intact().cancel(organization, message);
        }
    }

    /** Looks at another number's opt-outs. */
    record ForgetsTheOptOut(Schedule intact) implements Intact {
        @Override
        public Begun begin(Claim claim, OutboundDraft draft) {
            return intact.begin(claim, new DraftSample(draft).from(new PhoneNumber("+15005559999")).draft());
        }
    }

    /** Says that it was taken back, whatever became of it. */
    record TakesBackWhatIsOnItsWay(Schedule intact) implements Intact {
        @Override
        public Cancellation cancel(OrganizationId organization, MessageId message) {
            return intact.cancel(organization, message) == Cancellation.NOT_THERE ? Cancellation.NOT_THERE : Cancellation.CANCELED;
        }
    }

    /** Puts a text where it was when it was made. */
    record SaysThemWhenTheyAreMade(Schedule intact) implements Intact {
        @Override
        public Begun begin(Claim claim, OutboundDraft draft) {
            return intact.begin(
                    claim,
                    intact.find(claim).map(made -> new DraftSample(draft).at(made.text().createdAt()).draft()).orElse(draft));
        }
    }
}
