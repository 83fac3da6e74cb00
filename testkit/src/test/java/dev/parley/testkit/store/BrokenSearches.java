package dev.parley.testkit.store;

import dev.parley.ports.out.Adoption;
import dev.parley.ports.out.LostSend;
import dev.parley.ports.out.LostSends;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.out.WorkQueue;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.ports.work.WorkKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Stores that find out wrongly whether a text went. */
final class BrokenSearches {

    private BrokenSearches() {}

    /** What intact ones do. */
    interface Searches extends LostSends {

        LostSends intact();

        @Override
        default Optional<LostSend> find(Claim claim) {
            return intact().find(claim);
        }

        @Override
        default Adoption adopt(Claim claim, List<StatusReport> texts) {
            return intact().adopt(claim, texts);
        }

        @Override
        default boolean missed(Claim claim, Duration nextLook) {
            return intact().missed(claim, nextLook);
        }

        @Override
        default boolean giveUp(Claim claim) {
            return intact().giveUp(claim);
        }

        @Override
        default boolean beginAgain(Claim claim) {
            return intact().beginAgain(claim);
        }

        @Override
        default boolean finishAgain(Claim claim, SendFate fate, Duration nextLook) {
            return intact().finishAgain(claim, fate, nextLook);
        }
    }

    /** Takes whatever the provider has for the text that is searched for. */
    record AdoptsWhatIsAnothers(LostSends intact, AtomicInteger names) implements Searches {
        @Override
        public Adoption adopt(Claim claim, List<StatusReport> texts) {
            return intact.adopt(claim, texts.stream().map(this::renamed).toList());
        }

        private StatusReport renamed(StatusReport r) {
            String name = r.providerMessageId() + "-" + names.incrementAndGet();
            return new StatusReport(name, r.messageId(), r.status(), r.failure(), r.recipientOptedOut(), r.from());
        }
    }

    /** Hands over again as often as it is asked to. */
    record HandsOverAgainAndAgain(LostSends intact) implements Searches {
        @Override
        public boolean beginAgain(Claim claim) {
            return intact.beginAgain(claim) || intact.find(claim).isPresent();
        }
    }

    /** Forgets that a text may have gone twice. */
    record ForgetsThatItMayHaveGoneTwice(LostSends intact, Outbox outbox) implements Searches {
        @Override
        public boolean finishAgain(Claim claim, SendFate fate, Duration nextLook) {
            outbox.finish(claim, fate);
            return intact.giveUp(claim);
        }
    }

    /** Drops what a provider has said when somebody else holds the claim by then. */
    record DropsLateAnswers(Outbox intact, WorkQueue work) implements Intact.Sends {
        @Override
        public boolean finish(Claim claim, SendFate fate) {
            return work.renew(claim) && intact.finish(claim, fate);
        }
    }

    /** Never looks. */
    record NeverLooks(WorkQueue intact) implements Intact.Work {
        @Override
        public List<Claim> claimDue(WorkKind kind, int most) {
            return kind == WorkKind.RESOLVE ? List.of() : intact.claimDue(kind, most);
        }

        @Override
        public Optional<Claim> claim(WorkKey key) {
            return key.kind() == WorkKind.RESOLVE ? Optional.empty() : intact.claim(key);
        }
    }
}
