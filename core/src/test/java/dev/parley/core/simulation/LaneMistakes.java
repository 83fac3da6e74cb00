package dev.parley.core.simulation;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.conversation.Utterance;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.Deliveries;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.Release;
import dev.parley.ports.out.Replies;
import dev.parley.ports.out.ReplyCommit;
import dev.parley.ports.out.ReplyDraft;
import dev.parley.ports.out.ReplyWindow;
import dev.parley.ports.out.Suppressions;
import dev.parley.ports.out.WorkQueue;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mistakes with lanes, leases and what a lane sees. */
final class LaneMistakes {

    private static final Duration FOR_EVER = Duration.ofDays(3650);

    private LaneMistakes() {}

    /** Sends a reply although the contact has opted out meanwhile. */
    static @Nullable Object ignoreStop(Step step) {
        if (step.is(Outbox.class, "mayLeave")) {
            return Outbox.Leave.NOW;
        }
        Object result = step.go();
        if (result instanceof ReplyCommit.OptedOut && step.args().get(1) instanceof ReplyDraft(OutboundDraft text, var _, var _)) {
            var event = new Suppressions.Event("mistake", text.createdAt());
            Suppressions consent = step.stores().suppressions();
            consent.optIn(text.organization(), text.from().orElseThrow(), text.to().e164(), event);
            Object again = step.go();
            consent.optOut(text.organization(), text.from().orElseThrow(), text.to().e164(), event);
            return again;
        }
        return result;
    }

    /** Gives a lane back without a look at what came in meanwhile. */
    static @Nullable Object releaseBlindly(Step step) {
        Object result = step.go();
        if (result == Release.MORE_WAITS && step.args().get(0) instanceof Claim claim) {
            WorkQueue work = step.stores().work();
            work.claim(claim.key()).ifPresent(again -> work.postpone(again, FOR_EVER));
            return Release.EMPTY;
        }
        return result;
    }

    /** The claims that steps bring about. */
    private static Stream<Claim> made(@Nullable Object result) {
        return switch (result) {
            case Optional<?> one -> one.stream().filter(Claim.class::isInstance).map(Claim.class::cast);
            case List<?> all -> all.stream().filter(Claim.class::isInstance).map(Claim.class::cast);
            case Begun.Sending(var claim) -> Stream.of(claim);
            case ReplyCommit.Sending(var claim) -> Stream.of(claim);
            case Deliveries.Opened(var claims, var _) -> claims.stream();
            case null, default -> Stream.empty();
        };
    }

    /** Lets whoever lost a lease write on. */
    static final class StaleClaims implements Tamper {

        private final Map<WorkKey, Claim> latest = new HashMap<>();

        @Override
        public @Nullable Object call(Step step) {
            Object result =
                    !step.args().isEmpty() && step.args().get(0) instanceof Claim claim ? step.with(latest.getOrDefault(claim.key(), claim))
                            : step.go();
            made(result).forEach(claim -> latest.put(claim.key(), claim));
            return result;
        }
    }

    /** Leaves what the dead hold to them. */
    static final class EternalLease implements Tamper {

        private static final Set<String> GIVES_BACK = Set.of("release", "settle", "finish", "record", "open", "postpone");

        private final Set<WorkKey> held = new HashSet<>();

        @Override
        public @Nullable Object call(Step step) {
            Object result = step.go();
            if (!step.args().isEmpty() && step.args().get(0) instanceof Claim claim && GIVES_BACK.contains(step.name())) {
                held.remove(claim.key());
            }
            return switch (result) {
                case Optional<?> one when step.is(WorkQueue.class, "claim") -> one.filter(claim -> take(claim));
                case List<?> all when step.is(WorkQueue.class, "claimDue") -> all.stream().filter(this::take).toList();
                case null, default -> result;
            };
        }

        private boolean take(Object claim) {
            return claim instanceof Claim c && held.add(c.key());
        }
    }

    /** Shows a model what was said to another business. */
    static final class MixedHistory implements Tamper {

        private final Map<OrganizationId, Utterance> said = new HashMap<>();

        @Override
        public @Nullable Object call(Step step) {
            Object result = step.go();
            return step.is(Replies.class, "window") && result instanceof Optional<?> window ? window.map(this::mixed) : result;
        }

        private Object mixed(Object window) {
            if (!(window instanceof ReplyWindow w) || w.history().isEmpty()) {
                return window;
            }
            OrganizationId own = w.conversation().organization();
            said.put(own, w.history().getLast());
            var history = new ArrayList<Utterance>();
            said.entrySet().stream().filter(e -> !e.getKey().equals(own)).map(Map.Entry::getValue).forEach(history::add);
            history.addAll(w.history());
            return w.withHistory(history);
        }
    }
}
