package dev.parley.core.notify;

import dev.parley.core.work.Backoff;
import dev.parley.core.work.Dispatcher;
import dev.parley.core.work.WorkHandler;
import dev.parley.core.world.World;
import dev.parley.ports.Secret;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryAttempt;
import dev.parley.ports.notify.PostOutcome;
import dev.parley.ports.notify.PostOutcome.Answered;
import dev.parley.ports.notify.PostOutcome.Failed;
import dev.parley.ports.out.DeliveryFate;
import dev.parley.ports.work.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Posts deliveries to the servers of customers, and sends on what they answer. Thread-safe. */
public final class NotifyLane implements WorkHandler {

    private static final int GONE = 410;

    /** Ten tries in 75 hours, as the example schedule of Standard Webhooks 1.0 has it. */
    private static final Backoff SCHEDULE =
            Backoff.ofSeconds(5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 14 * 3600, 20 * 3600, 24 * 3600);

    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private final World world;
    private final Dispatcher dispatcher;
    private final InlineReply inlineReply;

    /** Takes who comes back to a delivery, and who sends on what a customer answers. */
    public NotifyLane(World world, Dispatcher dispatcher, InlineReply inlineReply) {
        this.world = world;
        this.dispatcher = dispatcher;
        this.inlineReply = inlineReply;
    }

    @Override
    public void handle(Claim claim) {
        world.traffic().deliveries().find(claim).ifPresent(delivery -> attempt(claim, delivery));
    }

    private void attempt(Claim claim, Delivery delivery) {
        Instant now = world.nature().clock().instant();
        PostOutcome outcome = world.peers().webhooks().post(delivery, secrets(delivery, now), now);
        DeliveryFate fate = fate(outcome, delivery.attempts().size());
        Optional<Runnable> reply = fate instanceof DeliveryFate.Delivered ? reply(delivery, outcome) : Optional.empty();
        boolean stored = world.traffic().deliveries().record(claim, attempt(outcome, now), fate);
        if (stored && fate instanceof DeliveryFate.Retry(var delay)) {
            dispatcher.wake(claim.key(), delay);
        }
        reply.ifPresent(Runnable::run);
    }

    /** Written down before the delivery counts as made: whoever dies in between makes it again and finds the reply there. */
    private Optional<Runnable> reply(Delivery delivery, PostOutcome outcome) {
        return switch (outcome) {
            case Answered(var _, var _, Optional<String> reply, var _) -> reply.flatMap(text -> inlineReply.begin(delivery, text));
            case Failed _ -> Optional.empty();
        };
    }

    private List<Secret> secrets(Delivery delivery, Instant now) {
        return world.setup()
                .agents()
                .find(delivery.organization(), delivery.agent())
                .map(agent -> agent.webhookSecret().signingAt(now))
                .orElse(List.of());
    }

    private DeliveryFate fate(PostOutcome outcome, int triesBefore) {
        return switch (outcome) {
            case Answered(int code, var _, var _, var _) when code >= 200 && code < 300 -> new DeliveryFate.Delivered();
            case Answered(int code, var _, var _, var _) when code == GONE -> new DeliveryFate.Dead();
            case Answered(var _, var _, var _, var retryAfter) -> again(triesBefore, retryAfter.orElse(Duration.ZERO));
            case Failed _ -> again(triesBefore, Duration.ZERO);
        };
    }

    private DeliveryFate again(int triesBefore, Duration atLeast) {
        if (SCHEDULE.isOver(triesBefore)) {
            return new DeliveryFate.Dead();
        }
        Duration planned = SCHEDULE.jittered(triesBefore, world.nature().random());
        Duration wanted = atLeast.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : atLeast;
        return new DeliveryFate.Retry(wanted.compareTo(planned) > 0 ? wanted : planned);
    }

    private static DeliveryAttempt attempt(PostOutcome outcome, Instant at) {
        return switch (outcome) {
            case Answered(int code, var body, var _, var _) -> new DeliveryAttempt(at, Optional.of(code), Optional.empty(), body);
            case Failed(var error) -> new DeliveryAttempt(at, Optional.empty(), Optional.of(error), "");
        };
    }
}
