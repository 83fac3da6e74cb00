package dev.parley.core.notify;

import dev.parley.core.world.World;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.Endpoint;
import dev.parley.ports.notify.EndpointHealth;
import dev.parley.ports.notify.PostOutcome;
import dev.parley.ports.notify.PostOutcome.Answered;
import dev.parley.ports.notify.PostOutcome.Failed;
import dev.parley.ports.out.Endpoints;
import dev.parley.ports.out.Turn;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;

/**
 * Spares endpoints that fail, and keeps the deliveries of a conversation in order. An endpoint that has failed several calls in a
 * row is tried once a minute, by whichever delivery is due; everything else waits without using up its tries, and comes in order
 * once the endpoint is back. Thread-safe.
 */
final class EndpointGuard {

    private static final Logger LOG = System.getLogger(EndpointGuard.class.getName());

    private static final int MOST_FAILURES = 5;

    /** The second try of whatever was the first to fail may be the one that finds the endpoint back. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** Whoever is back calls those who wait; should he die just then, they come by themselves. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** What has waited for longer than the whole schedule takes is given up: it can be replayed. */
    private static final Duration PATIENCE = Duration.ofDays(5);

    private static final Duration TURN = Duration.ofMillis(300);

    private static final Duration LONGEST_TURN = Duration.ofMinutes(1);

    private static final Duration CROWD = Duration.ofSeconds(1);

    private static final int RELEASED_PER_SECOND = 25;

    private static final Admission DISABLED = new Admission.Over("endpoint disabled: it answered 410; save its URL again");

    private static final Admission AWAY = new Admission.Over("endpoint does not answer");

    private final Endpoints endpoints;
    private final World.Nature nature;
    private final Calls calls = new Calls();

    EndpointGuard(World world) {
        this.endpoints = world.traffic().endpoints();
        this.nature = world.nature();
    }

    Admission admit(Turn turn) {
        EndpointHealth health = turn.health();
        if (health.disabledAt().isPresent()) {
            return DISABLED;
        }
        Instant now = nature.clock().instant();
        if (turn.isBehind()) {
            return new Admission.Wait(untilItsTurn(Duration.between(turn.since(), now)));
        }
        return health.pausedUntil().filter(now::isBefore).isPresent() ? waitFor(turn, now) : enter(turn, now);
    }

    /** The one before it may wait for hours: the longer it has waited, the less often it asks. */
    private static Duration untilItsTurn(Duration waited) {
        return Duration.ofMillis(Math.clamp(waited.toMillis() / 10, TURN.toMillis(), LONGEST_TURN.toMillis()));
    }

    private Admission enter(Turn turn, Instant now) {
        Endpoint endpoint = turn.delivery().endpoint();
        if (turn.health().pausedUntil().isPresent() && !endpoints.tryAgain(endpoint, PAUSE)) {
            return waitFor(turn, now);
        }
        // Last, since whoever begins a call has to end it, and a database that is away would keep him from it.
        return calls.begin(endpoint) ? new Admission.In() : new Admission.Wait(CROWD);
    }

    /** The endpoint may have come back, and called those who wait, after that turn and before it began to wait. */
    void lookAgain(Turn turn) {
        Endpoint endpoint = turn.delivery().endpoint();
        if (endpoints.health(endpoint).pausedUntil().isEmpty()) {
            endpoints.release(endpoint, RELEASED_PER_SECOND);
        }
    }

    void leave(Turn turn) {
        calls.end(turn.delivery().endpoint());
    }

    /** Draws its conclusions about the endpoint, once what came of a try is stored. */
    void learn(Turn turn, PostOutcome outcome) {
        switch (outcome) {
            case Answered(int code, var _, var _, var _) when code / 100 == 2 -> tookIt(turn);
            case Answered(int code, var _, var _, var _) when code == NotifyLane.GONE -> LOG.log(Level.WARNING,
                    "the webhook of agent {0} says that it is gone, and is disabled", turn.delivery().agent());
            case Answered(int code, var _, var _, var wanted) when isItsFault(code) -> wanted.ifPresentOrElse(
                    pause -> wantsToBeLeftAlone(turn.delivery(), pause),
                    () -> failed(turn.delivery()));
            // It is there: what it does not like is this delivery.
            case Answered _ -> {}
            case Failed _ -> failed(turn.delivery());
        }
    }

    private static boolean isItsFault(int code) {
        return code / 100 == 3 || code == 408 || code == 429 || code >= 500;
    }

    private void tookIt(Turn turn) {
        Endpoint endpoint = turn.delivery().endpoint();
        if (!turn.health().equals(EndpointHealth.GOOD) && endpoints.recovered(endpoint)) {
            LOG.log(Level.INFO, "the webhook of agent {0} is back: what waits for it is delivered", turn.delivery().agent());
            endpoints.release(endpoint, RELEASED_PER_SECOND);
        }
    }

    private void failed(Delivery delivery) {
        failed(delivery, MOST_FAILURES, FIRST_PAUSE);
    }

    private void wantsToBeLeftAlone(Delivery delivery, Duration wanted) {
        failed(delivery, 1, wanted.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wanted);
    }

    private void failed(Delivery delivery, int mostFailures, Duration pause) {
        if (endpoints.failed(delivery.endpoint(), mostFailures, pause)) {
            LOG.log(Level.WARNING, "the webhook of agent {0} fails: it is tried once a minute, everything else for it waits",
                    delivery.agent());
        }
    }

    /** The longer it has waited the less often it asks: it is called when the endpoint is back. */
    private Admission waitFor(Turn turn, Instant now) {
        Duration waited = Duration.between(turn.since(), now);
        if (waited.compareTo(PATIENCE) > 0) {
            return AWAY;
        }
        long millis = Math.clamp(waited.toMillis(), PAUSE.toMillis(), LONGEST_WAIT.toMillis());
        return new Admission.Paused(Duration.ofMillis(millis + (long) (millis * nature.random().nextDouble() / 5)));
    }
}
