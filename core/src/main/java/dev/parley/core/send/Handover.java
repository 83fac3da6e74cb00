package dev.parley.core.send;

import dev.parley.core.work.Backoff;
import dev.parley.core.work.Dispatcher;
import dev.parley.core.world.Culprit;
import dev.parley.core.world.World;
import dev.parley.ports.Address;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.message.Content;
import dev.parley.ports.message.Failure;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.work.Claim;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hands a text that is written down as {@code sending} to its provider, once, and stores what it came to. Thread-safe.
 */
public final class Handover {

    private static final Logger LOG = System.getLogger(Handover.class.getName());
    private static final Backoff BEFORE_NEXT_TRY = Backoff.ofSeconds(1, 5, 30, 120, 600);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** Together shorter than the lease: after that somebody else decides. */
    private static final Duration FINISH_PAUSE = Duration.ofSeconds(2);

    private static final int FINISH_TRIES = 10;

    /** The waits add up to about four hours; a text that late would surprise. */
    private static final int MOST_TRIES = 28;

    private static final SendFate STOPPED =
            new SendFate.Later(Duration.ZERO, failure(Reason.OPTED_OUT, "The contact has opted out."));
    private static final SendFate NOT_WANTED =
            new SendFate.Failed(new Failure(Reason.OPTED_OUT.word(), "the contact has opted out meanwhile"), false);

    private final World world;
    private final Dispatcher dispatcher;
    private final Objection objection;

    /** Takes whom to ask, who comes back to it, and who may object. */
    public Handover(World world, Dispatcher dispatcher, Objection objection) {
        this.world = world;
        this.dispatcher = dispatcher;
        this.objection = objection;
    }

    /** What may speak against a text at the last moment: that a contact wants none, of which the database does not know yet. */
    @FunctionalInterface
    public interface Objection {

        /**
         * Whether a contact wants no text from a number.
         *
         * @param from our number; none when the provider chooses
         */
        boolean holds(OrganizationId organization, List<PhoneNumber> from, PhoneNumber to);
    }

    /** Hands over what has just been written down. */
    public void handOver(Claim claim, OutboundDraft draft, Connection connection) {
        Content content = draft.content();
        var text = new OutboundText(draft.id(), draft.from(), draft.to(), content.body(), content.encoding(), statusUrl(connection));
        handOver(claim, text, connection);
    }

    /** Hands over, and stores what it came to. */
    void handOver(Claim claim, OutboundText text, Connection connection) {
        SendFate fate = heldBack(claim).or(() -> refused(text, connection)).orElseGet(() -> fate(send(text, connection), claim.attempts()));
        finish(claim, fate, FINISH_TRIES);
    }

    private Optional<SendFate> refused(OutboundText text, Connection connection) {
        boolean isRefused = objection.holds(connection.organization(), text.from().stream().toList(), text.to());
        return isRefused ? Optional.of(NOT_WANTED) : Optional.empty();
    }

    /**
     * Looked at once more, since whatever time has passed since the text was written down was enough for a stop: it goes back, and
     * whoever takes it up next suppresses it. What comes between this look and the request itself cannot be caught any more.
     */
    private Optional<SendFate> heldBack(Claim claim) {
        try {
            return world.traffic().outbox().mayLeave(claim) ? Optional.empty() : Optional.of(STOPPED);
        } catch (StoreUnavailable later) {
            LOG.log(Level.WARNING, "{0} waits for the database: {1}", claim.key().subject(), later.getMessage());
            return Optional.of(later(pause(claim.attempts()), failure(Reason.UNAVAILABLE, "the database is away"), claim.attempts()));
        }
    }

    /** What a provider has said must not be lost to a busy database: without it nobody would know whether the text went. */
    private void finish(Claim claim, SendFate fate, int triesLeft) {
        try {
            boolean stored = world.traffic().outbox().finish(claim, fate);
            if (stored && fate instanceof SendFate.Later(var delay, var _)) {
                dispatcher.wake(claim.key(), delay);
            }
        } catch (StoreUnavailable later) {
            LOG.log(Level.WARNING, "what became of {0} could not be stored: {1}", claim.key().subject(), later.getMessage());
            if (triesLeft > 0) {
                world.nature().tasks().runAfter(FINISH_PAUSE, () -> finish(claim, fate, triesLeft - 1));
            }
        }
    }

    /** Where reports about texts through a connection come in. */
    URI statusUrl(Connection connection) {
        return world.nature().webhooks(connection).status();
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

    private SendFate fate(SendOutcome outcome, int tries) {
        return switch (outcome) {
            case SendOutcome.Accepted(var ids, var segments, var from) ->
                    new SendFate.Sent(ids, segments, from.flatMap(PhoneNumber::parse).map(Address::of));
            case SendOutcome.Refused(var error) -> new SendFate.Failed(Failure.of(error), error.reason() == Reason.OPTED_OUT);
            case SendOutcome.Throttled(var wanted, var error) -> later(wanted.orElseGet(() -> pause(tries)), Failure.of(error), tries);
            case SendOutcome.Unavailable(var detail) -> later(pause(tries), failure(Reason.UNAVAILABLE, detail), tries);
            case SendOutcome.Ambiguous(var detail) -> new SendFate.Unknown(failure(Reason.UNKNOWN, detail));
        };
    }

    private Duration pause(int tries) {
        return BEFORE_NEXT_TRY.jittered(tries, world.nature().random());
    }

    private static SendFate later(Duration pause, Failure failure, int tries) {
        return tries < MOST_TRIES
                ? new SendFate.Later(pause.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : pause, failure)
                : new SendFate.Failed(new Failure(Reason.EXPIRED.word(), failure.message()), false);
    }

    private static Failure failure(Reason reason, String detail) {
        return new Failure(reason.word(), detail);
    }
}
