package dev.parley.core.send;

import dev.parley.core.intake.ProviderNames;
import dev.parley.core.send.Breakers.Wait;
import dev.parley.core.work.Backoff;
import dev.parley.core.work.Dispatcher;
import dev.parley.core.world.Culprit;
import dev.parley.core.world.World;
import dev.parley.ports.Address;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.message.Failure;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SmsProvider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives a text to the provider of its connection, once at most, and says what follows from what that came to. Thread-safe.
 */
public final class Courier {

    private static final Logger LOG = System.getLogger(Courier.class.getName());
    private static final Backoff BEFORE_NEXT_TRY = Backoff.ofSeconds(1, 5, 30, 120, 600);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final World world;
    private final Breakers breakers;
    private final Pacer pacer;

    /** Takes whom to ask, and who comes back to those that wait for their turn. */
    public Courier(World world, Dispatcher dispatcher) {
        this.world = world;
        this.breakers = new Breakers(world);
        this.pacer = new Pacer(world, dispatcher);
    }

    /** Who has texts wait for their turn. */
    Pacer pacer() {
        return pacer;
    }

    /**
     * Hands a text over, unless its connection is closed.
     *
     * @param tries how often that was tried before
     */
    SendFate deliver(Parcel parcel, int tries) {
        Optional<Wait> wait = breakers.admit(parcel.connection());
        if (wait.isPresent()) {
            return later(parcel, wait.get().pause(), wait.get().why());
        }
        SendOutcome outcome = send(parcel.text(), parcel.connection());
        return breakers.learn(parcel.connection(), outcome)
                .map(closed -> later(parcel, closed.pause(), closed.why()))
                .orElseGet(() -> fate(parcel, outcome, tries));
    }

    private SendOutcome send(OutboundText text, Connection connection) {
        SmsProvider provider;
        try {
            provider = world.peers().providers().open(connection);
        } catch (IllegalArgumentException unusable) {
            return unusable(String.valueOf(unusable.getMessage()));
        } catch (RuntimeException | LinkageError bugOfTheAdapter) {
            // Somebody else's code, before there was a request: the text has not left.
            LOG.log(Level.ERROR, "connection {0} cannot be used: {1}", connection.id(), Culprit.of(bugOfTheAdapter));
            return unusable(failed(bugOfTheAdapter));
        }
        try {
            return Objects.requireNonNull(provider.send(text));
        } catch (RuntimeException | LinkageError bugOfTheAdapter) {
            // Somebody else's code, in the middle of a request: whatever it threw, the text may have left.
            LOG.log(Level.ERROR, "provider {0} threw while sending {1}: {2}", connection.provider(), text.id(),
                    Culprit.of(bugOfTheAdapter));
            return new SendOutcome.Ambiguous(failed(bugOfTheAdapter));
        }
    }

    private static SendOutcome unusable(String why) {
        return new SendOutcome.Refused(new ProviderError(Reason.UNSUPPORTED, "connection", why));
    }

    private static String failed(Throwable bugOfTheAdapter) {
        return "the adapter failed: " + bugOfTheAdapter.getClass().getSimpleName();
    }

    private SendFate fate(Parcel parcel, SendOutcome outcome, int tries) {
        return switch (outcome) {
            case SendOutcome.Accepted(var ids, var segments, var from) ->
                    new SendFate.Sent(
                            ids.stream().map(ProviderNames::shortened).toList(),
                            segments,
                            from.flatMap(PhoneNumber::parse).map(Address::of));
            case SendOutcome.Refused(var error) -> new SendFate.Failed(Failure.of(error), error.reason() == Reason.OPTED_OUT);
            case SendOutcome.Throttled(var wanted, var error) -> throttled(parcel, wanted.orElseGet(() -> pause(tries)), error);
            case SendOutcome.Unavailable(var detail) -> unavailable(parcel, tries, detail);
            case SendOutcome.Ambiguous(var detail) -> new SendFate.Unknown(failure(Reason.UNKNOWN, detail));
        };
    }

    /** The others of that number would be told the same. */
    private SendFate throttled(Parcel parcel, Duration pause, ProviderError error) {
        SendFate fate = later(parcel, pause, Failure.of(error));
        if (fate instanceof SendFate.Later(var delay, var _)) {
            hold(parcel, delay);
        }
        return fate;
    }

    private void hold(Parcel parcel, Duration delay) {
        try {
            pacer.hold(parcel, delay);
        } catch (StoreUnavailable later) {
            LOG.log(Level.WARNING, "the number of {0} is not held back: {1}", parcel.text().id(), later.getMessage());
        }
    }

    /** It surely did not leave, and is tried again. */
    SendFate unavailable(Parcel parcel, int tries, String detail) {
        return later(parcel, pause(tries), failure(Reason.UNAVAILABLE, detail));
    }

    private Duration pause(int tries) {
        return BEFORE_NEXT_TRY.jittered(tries, world.nature().random());
    }

    private SendFate later(Parcel parcel, Duration pause, Failure failure) {
        Instant now = world.nature().clock().instant();
        return parcel.isStale(now)
                ? new SendFate.Failed(new Failure(Reason.EXPIRED.word(), failure.message()), false)
                : new SendFate.Later(pause.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : pause, failure);
    }

    private static Failure failure(Reason reason, String detail) {
        return new Failure(reason.word(), detail);
    }
}
