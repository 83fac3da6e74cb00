package dev.parley.core.send;

import dev.parley.core.work.Backoff;
import dev.parley.core.world.Culprit;
import dev.parley.core.world.World;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.connection.Connection.Problem;
import dev.parley.ports.message.Failure;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps texts back from connections through which nothing goes: one at a time is tried, the others wait for what comes of it. Of this
 * process only, so that each node finds out for itself. A connection that is changed begins anew. Thread-safe.
 */
final class Breakers {

    private static final Logger LOG = System.getLogger(Breakers.class.getName());

    private static final Backoff WHILE_UNREACHABLE = Backoff.ofSeconds(1, 2, 5, 10, 30, 60);
    private static final Backoff WHILE_REFUSED = Backoff.ofSeconds(15, 30, 60);

    /** Longer than any adapter may take; then somebody else tries. */
    private static final Duration LONGEST_TRY = Duration.ofSeconds(40);

    /** How long to wait for what comes of somebody else's try. */
    private static final Duration BRIEFLY = Duration.ofSeconds(3);

    /** So that those who wait do not all come back at the same moment, and not before the one that tries. */
    private static final int SPREAD_MILLIS = 2_000;

    private final World world;
    private final Map<ConnectionId, Trip> trips = new ConcurrentHashMap<>();

    Breakers(World world) {
        this.world = world;
    }

    /**
     * A connection through which nothing goes.
     *
     * @param version of which version of the connection that is known
     * @param problem what is wrong
     * @param why the same, for the texts that wait
     * @param times how often it was tried in vain
     * @param nextTry when the next text is tried
     * @param isBeingTried whether one is being tried just now
     */
    private record Trip(long version, Problem problem, Failure why, int times, Instant nextTry, boolean isBeingTried) {

        Trip tried(Instant until) {
            return new Trip(version, problem, why, times, until, true);
        }
    }

    /**
     * A text has to wait.
     *
     * @param pause how long
     * @param why for those who look meanwhile
     */
    record Wait(Duration pause, Failure why) {}

    /** Whether a text has to wait; when not, what comes of it has to be told. */
    Optional<Wait> admit(Connection connection) {
        Instant now = world.nature().clock().instant();
        Trip trip = trips.get(connection.id());
        if (trip == null || trip.version() != connection.version()) {
            return Optional.empty();
        }
        boolean isTurn = !trip.nextTry().isAfter(now) && trips.replace(connection.id(), trip, trip.tried(now.plus(LONGEST_TRY)));
        return isTurn ? Optional.empty() : Optional.of(new Wait(rest(trip, now), trip.why()));
    }

    /** Takes what a send came to; when by that the connection is, or stays, closed, that text waits too. */
    Optional<Wait> learn(Connection connection, SendOutcome outcome) {
        Instant now = world.nature().clock().instant();
        Optional<Trip> tripped = switch (outcome) {
            case SendOutcome.Unavailable(var detail) -> Optional.of(trip(connection, Problem.UNREACHABLE, unreachable(detail)));
            case SendOutcome.Refused(ProviderError error) when error.reason() == Reason.PROVIDER_AUTH ->
                    Optional.of(trip(connection, Problem.AUTH_ERROR, Failure.of(error)));
            case SendOutcome.Accepted _, SendOutcome.Refused _, SendOutcome.Throttled _, SendOutcome.Ambiguous _ -> Optional.empty();
        };
        if (tripped.isEmpty()) {
            reopen(connection);
        }
        return tripped.map(trip -> new Wait(rest(trip, now), trip.why()));
    }

    private Trip trip(Connection connection, String code, Failure why) {
        Instant now = world.nature().clock().instant();
        Trip tripped = trips.compute(connection.id(), (_, old) -> {
            boolean isSame = old != null && old.version() == connection.version() && old.problem().code().equals(code);
            int times = isSame ? old.times() : 0;
            Backoff pauses = code.equals(Problem.AUTH_ERROR) ? WHILE_REFUSED : WHILE_UNREACHABLE;
            Problem problem = isSame ? old.problem() : new Problem(code, why.message(), now);
            return new Trip(connection.version(), problem, why, times + 1, now.plus(pauses.after(times)), false);
        });
        if (tripped.times() == 1) {
            LOG.log(Level.WARNING, "texts through connection {0} wait: {1}", connection.id(), code);
            note(() -> world.setup().connections().note(connection, tripped.problem()));
        }
        return tripped;
    }

    private void reopen(Connection connection) {
        boolean wasClosed = trips.remove(connection.id()) != null;
        if (wasClosed || connection.problem().isPresent()) {
            note(() -> world.setup().connections().noteWell(connection));
        }
    }

    /** What a provider has said about a text is to be stored whether or not this can be. */
    private static void note(Runnable noting) {
        try {
            noting.run();
        } catch (StoreUnavailable later) {
            LOG.log(Level.DEBUG, "the problem of a connection was not noted: {0}", Culprit.of(later));
        }
    }

    private Duration rest(Trip trip, Instant now) {
        Duration rest = Duration.between(now, trip.nextTry());
        Duration shorter = trip.isBeingTried() || rest.isNegative() ? BRIEFLY : rest;
        return shorter.plusMillis(world.nature().random().nextInt(SPREAD_MILLIS));
    }

    private static Failure unreachable(String detail) {
        return new Failure(Reason.UNAVAILABLE.word(), detail);
    }
}
