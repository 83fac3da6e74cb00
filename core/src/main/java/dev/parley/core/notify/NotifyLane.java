package dev.parley.core.notify;

import dev.parley.core.work.Dispatcher;
import dev.parley.core.work.WorkHandler;
import dev.parley.core.world.World;
import dev.parley.ports.Secret;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryAttempt;
import dev.parley.ports.notify.EndpointHealth;
import dev.parley.ports.notify.PostOutcome;
import dev.parley.ports.notify.PostOutcome.Answered;
import dev.parley.ports.notify.PostOutcome.Failed;
import dev.parley.ports.out.Deliveries;
import dev.parley.ports.out.DeliveryFate;
import dev.parley.ports.out.Turn;
import dev.parley.ports.work.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Posts deliveries to the servers of customers, and sends on what they answer. Thread-safe. */
public final class NotifyLane implements WorkHandler {

    static final int GONE = 410;

    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    /** What is due later is found soon enough by looking for it, and needs no timer. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private final World world;
    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final InlineReply inlineReply;
    private final EndpointGuard guard;

    /** Takes who comes back to a delivery, and who sends on what a customer answers. */
    public NotifyLane(World world, Dispatcher dispatcher, InlineReply inlineReply) {
        this.world = world;
        this.deliveries = world.traffic().deliveries();
        this.dispatcher = dispatcher;
        this.inlineReply = inlineReply;
        this.guard = new EndpointGuard(world);
    }

    @Override
    public void handle(Claim claim) {
        deliveries.turn(claim).ifPresent(turn -> act(claim, turn));
    }

    @Override
    public void giveUp(Claim claim) {
        deliveries.record(claim, missed("internal error"), new DeliveryFate.Dead());
    }

    private void act(Claim claim, Turn turn) {
        switch (guard.admit(turn)) {
            case Admission.In _ -> attempt(claim, turn);
            case Admission.Over(var why) -> deliveries.record(claim, missed(why), new DeliveryFate.Dead());
            case Admission.Wait(var delay) -> later(claim, delay);
            case Admission.Paused(var delay) -> {
                later(claim, delay);
                guard.lookAgain(turn);
            }
        }
    }

    private void later(Claim claim, Duration delay) {
        if (world.traffic().work().postpone(claim, delay)) {
            wake(claim, delay);
        }
    }

    private void attempt(Claim claim, Turn turn) {
        Delivery delivery = turn.delivery();
        Instant now = world.nature().clock().instant();
        PostOutcome outcome = post(turn, now);
        DeliveryFate fate = fate(outcome, turn);
        Optional<Runnable> reply = fate instanceof DeliveryFate.Delivered ? reply(delivery, outcome) : Optional.empty();
        boolean stored = deliveries.record(claim, attempt(outcome, now), fate);
        if (stored && fate instanceof DeliveryFate.Retry(var delay)) {
            wake(claim, delay);
        }
        reply.ifPresent(Runnable::run);
        guard.learn(turn, outcome);
        // An endpoint that is just back has everything released in order, also what came before and was tried already.
        if (stored && turn.health().equals(EndpointHealth.GOOD) && !(fate instanceof DeliveryFate.Retry)) {
            deliveries.callNext(delivery).ifPresent(next -> dispatcher.wake(next, Duration.ZERO));
        }
    }

    private PostOutcome post(Turn turn, Instant now) {
        try {
            return world.peers().webhooks().post(turn.delivery(), secrets(turn.delivery(), now), now);
        } finally {
            guard.leave(turn);
        }
    }

    private void wake(Claim claim, Duration delay) {
        if (delay.compareTo(SOON) < 0) {
            dispatcher.wake(claim.key(), delay);
        }
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

    private DeliveryFate fate(PostOutcome outcome, Turn turn) {
        return switch (outcome) {
            case Answered(int code, var _, var _, var _) when code / 100 == 2 -> new DeliveryFate.Delivered();
            case Answered(int code, var _, var _, var _) when code == GONE -> new DeliveryFate.Gone();
            case Answered(var _, var _, var _, var retryAfter) -> again(turn, retryAfter.orElse(Duration.ZERO));
            case Failed _ -> again(turn, Duration.ZERO);
        };
    }

    private DeliveryFate again(Turn turn, Duration atLeast) {
        Duration passed = Duration.between(turn.since(), world.nature().clock().instant());
        Duration wanted = atLeast.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : atLeast;
        return Schedule.next(turn.tries() + 1, passed, world.nature().random())
                .<DeliveryFate>map(planned -> new DeliveryFate.Retry(wanted.compareTo(planned) > 0 ? wanted : planned))
                .orElseGet(DeliveryFate.Dead::new);
    }

    private DeliveryAttempt missed(String why) {
        return attempt(new Failed(why), world.nature().clock().instant());
    }

    private static DeliveryAttempt attempt(PostOutcome outcome, Instant at) {
        return switch (outcome) {
            case Answered(int code, var body, var _, var _) -> new DeliveryAttempt(at, Optional.of(code), Optional.empty(), body);
            case Failed(var error) -> new DeliveryAttempt(at, Optional.empty(), Optional.of(error), "");
        };
    }
}
