package dev.parley.testkit.store;

import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.out.Release;
import dev.parley.ports.out.Replies;
import dev.parley.ports.out.ReplyCommit;
import dev.parley.ports.out.ReplyDraft;
import dev.parley.ports.out.ReplyWindow;
import dev.parley.ports.out.Suppressions;
import dev.parley.ports.out.WorkQueue;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.ports.work.WorkKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Stores that hand work out, or take answers, wrongly. */
final class BrokenLanes {

    private BrokenLanes() {}

    /** Looks at the opt-out before the model is asked, and not again when the answer is written. */
    record ForgetsTheOptOut(Replies intact, Suppressions consent) implements Intact.Lanes {
        @Override
        public ReplyCommit commit(Claim claim, ReplyDraft draft) {
            Optional<Conversation> conversation = intact.window(claim, 1).map(ReplyWindow::conversation);
            conversation.ifPresent(c -> consent.optIn(c.organization(), c.ourNumber(), c.contact().value(), event()));
            ReplyCommit commit = intact.commit(claim, draft);
            conversation.ifPresent(c -> consent.optOut(c.organization(), c.ourNumber(), c.contact().value(), event()));
            return commit;
        }

        private static Suppressions.Event event() {
            return new Suppressions.Event("broken", Instant.parse("2100-01-01T00:00:00Z"));
        }
    }

    /** Takes an answer although a newer text has come in. */
    record AnswersTheOldQuestion(Replies intact) implements Intact.Lanes {
        @Override
        public ReplyCommit commit(Claim claim, ReplyDraft draft) {
            long now = intact.window(claim, 1).map(ReplyWindow::inboundCount).orElse(draft.inboundCount());
            return intact.commit(claim, new ReplyDraft(draft.text(), draft.answered(), now));
        }
    }

    /** Shows a conversation by the times of its texts alone, so that one that came late is somewhere in it. */
    record ShowsWhatWaitsWhereItCame(Replies intact) implements Intact.Lanes {
        @Override
        public Optional<ReplyWindow> window(Claim claim, int mostTurns) {
            return intact.window(claim, mostTurns)
                    .map(w -> w.withHistory(w.history().stream().sorted(Comparator.comparing(u -> u.turn().role())).toList()));
        }
    }

    /** Believes whoever once held the lane. */
    record IgnoresTheFence(Replies intact, Map<WorkKey, Claim> latest) implements Intact.Lanes {
        @Override
        public ReplyCommit commit(Claim claim, ReplyDraft draft) {
            return intact.commit(latest.getOrDefault(claim.key(), claim), draft);
        }
    }

    /** Remembers the latest claim of everything. */
    record Remembers(WorkQueue intact, Map<WorkKey, Claim> latest) implements Intact.Work {
        @Override
        public Optional<Claim> claim(WorkKey key) {
            Optional<Claim> claim = intact.claim(key);
            claim.ifPresent(c -> latest.put(key, c));
            return claim;
        }
    }

    /** Says that nothing waits in a lane where something does. */
    record ForgetsWhatWaits(Replies intact, WorkQueue work) implements Intact.Lanes {
        @Override
        public Release release(Claim claim) {
            Release release = intact.release(claim);
            if (release == Release.MORE_WAITS) {
                work.claim(claim.key());
            }
            return release;
        }
    }

    /** Hands work that is held to the next who asks. */
    record HandsOutTwice(WorkQueue intact, Map<WorkKey, Claim> latest) implements Intact.Work {

        HandsOutTwice(WorkQueue intact) {
            this(intact, new ConcurrentHashMap<>());
        }

        @Override
        public Optional<Claim> claim(WorkKey key) {
            Optional<Claim> claim = intact.claim(key);
            claim.ifPresent(c -> latest.put(key, c));
            return claim.or(() -> Optional.ofNullable(latest.get(key)));
        }
    }

    /** Serves the organization first that has waited longest, and nobody else. */
    record ServesOneOrganization(WorkQueue intact) implements Intact.Work {
        @Override
        public List<Claim> claimDue(WorkKind kind, int most) {
            List<Claim> all = intact.claimDue(kind, 100);
            List<Claim> longestDueFirst =
                    all.stream().filter(c -> c.key().organization().equals(all.getFirst().key().organization())).limit(most).toList();
            all.stream().filter(c -> !longestDueFirst.contains(c)).forEach(c -> intact.postpone(c, Duration.ZERO));
            return longestDueFirst;
        }
    }

    /** Counts epochs anew for each piece of work. */
    static final class CountsEpochsAnew {

        private final Map<Claim, Claim> real = new ConcurrentHashMap<>();

        Work work(WorkQueue intact) {
            return new Work(intact, this);
        }

        Lanes lanes(Replies intact) {
            return new Lanes(intact, this);
        }

        private Claim shown(Claim claim) {
            var shown = new Claim(claim.key(), claim.attempts() + 1L, claim.attempts());
            real.put(shown, claim);
            return shown;
        }

        private Claim real(Claim shown) {
            return real.getOrDefault(shown, shown);
        }

        record Work(WorkQueue intact, CountsEpochsAnew epochs) implements Intact.Work {
            @Override
            public Optional<Claim> claim(WorkKey key) {
                return intact.claim(key).map(epochs::shown);
            }

            @Override
            public boolean renew(Claim claim) {
                return intact.renew(epochs.real(claim));
            }
        }

        record Lanes(Replies intact, CountsEpochsAnew epochs) implements Intact.Lanes {
            @Override
            public Optional<ReplyWindow> window(Claim claim, int mostTurns) {
                return intact.window(epochs.real(claim), mostTurns);
            }

            @Override
            public ReplyCommit commit(Claim claim, ReplyDraft draft) {
                return intact.commit(epochs.real(claim), draft);
            }

            @Override
            public Release release(Claim claim) {
                return intact.release(epochs.real(claim));
            }
        }
    }
}
