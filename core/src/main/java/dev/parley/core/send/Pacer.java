package dev.parley.core.send;

import dev.parley.core.work.Dispatcher;
import dev.parley.core.world.World;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Pace;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Has texts wait for their turn: those of a connection that is paced, and those of a number whose provider has just asked for less.
 * Thread-safe.
 */
final class Pacer {

    private static final String SETTING = "messagesPerSecond";

    /** How far apart texts go that were held up at a number without a pace of its own. */
    private static final Duration AFTER_A_HOLD = Duration.ofMillis(100);

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final World world;
    private final Dispatcher dispatcher;

    /** Of numbers that are not paced otherwise, until when they are held. Another node learns of it when it is told so itself. */
    private final Map<WorkKey, Instant> holds = new ConcurrentHashMap<>();

    Pacer(World world, Dispatcher dispatcher) {
        this.world = world;
        this.dispatcher = dispatcher;
    }

    /** Whether a text waits now, its claim being over. */
    boolean isToWait(Claim send, Parcel parcel, Pace.Urgency urgency) {
        Pace pace = pace(parcel, urgency);
        if (pace.gap().isZero() && !isHeld(pace.lane())) {
            return false;
        }
        var queued = pace.gap().isZero() ? new Pace(pace.lane(), urgency, AFTER_A_HOLD) : pace;
        world.traffic().pacing().queue(send, queued).ifPresent(in -> dispatcher.wake(pace.lane(), in));
        return true;
    }

    /** The provider wants to be left alone for so long. */
    void hold(Parcel parcel, Duration time) {
        Pace pace = pace(parcel, Pace.Urgency.REQUEST);
        if (pace.gap().isZero()) {
            holds.put(pace.lane(), world.nature().clock().instant().plus(time));
        }
        var held = pace.gap().isZero() ? new Pace(pace.lane(), pace.urgency(), AFTER_A_HOLD) : pace;
        world.traffic().pacing().hold(held, time);
    }

    private boolean isHeld(WorkKey lane) {
        Instant now = world.nature().clock().instant();
        return holds.computeIfPresent(lane, (_, until) -> until.isAfter(now) ? until : null) != null;
    }

    private static Pace pace(Parcel parcel, Pace.Urgency urgency) {
        Connection connection = parcel.connection();
        String from = parcel.text().from().map(PhoneNumber::e164).orElse("");
        var lane = WorkKey.pace(connection.organization(), connection.id(), from);
        double rate = Optional.ofNullable(connection.settings().get(SETTING)).map(Double::parseDouble).orElse(0d);
        return new Pace(lane, urgency, rate > 0 ? Duration.ofNanos((long) (SECOND / rate)) : Duration.ZERO);
    }
}
