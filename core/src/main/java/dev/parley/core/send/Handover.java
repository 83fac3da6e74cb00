package dev.parley.core.send;

import dev.parley.core.work.Backoff;
import dev.parley.core.work.Dispatcher;
import dev.parley.core.world.World;
import dev.parley.ports.Address;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.message.Content;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageHeader;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Pace;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.work.Claim;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Hands a text that is written down as {@code sending} to its provider, once, and stores what it came to. Thread-safe.
 */
public final class Handover {

    private static final Logger LOG = System.getLogger(Handover.class.getName());

    /** Together shorter than the lease: after that somebody else decides. */
    private static final Duration FINISH_PAUSE = Duration.ofSeconds(2);

    private static final int FINISH_TRIES = 10;

    private static final SendFate STOPPED =
            new SendFate.Later(Duration.ZERO, new Failure(Reason.OPTED_OUT.word(), "The contact has opted out."));
    private static final Failure ITS_TURN_COMES = new Failure("in_order", "An earlier reply has yet to leave.");

    /** How long a reply lets an earlier one go first before it looks again. */
    private static final Backoff GIVING_WAY = Backoff.ofSeconds(1, 1, 2, 5, 15, 30);

    private static final SendFate TOO_LATE =
            new SendFate.Failed(new Failure(Reason.EXPIRED.word(), "It had to wait for too long."), false);
    private static final SendFate NOT_WANTED =
            new SendFate.Failed(new Failure(Reason.OPTED_OUT.word(), "the contact has opted out meanwhile"), false);

    private final World world;
    private final Dispatcher dispatcher;
    private final Courier courier;
    private final Objection objection;
    private final Pacer pacer;

    /** Takes who goes to the provider, who comes back to it, and who may object. */
    public Handover(World world, Dispatcher dispatcher, Courier courier, Objection objection) {
        this.world = world;
        this.dispatcher = dispatcher;
        this.courier = courier;
        this.pacer = courier.pacer();
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

    /** Hands over what has just been written down, or has it wait for its turn. */
    public void handOver(Claim claim, OutboundDraft draft, Connection connection, Pace.Urgency urgency) {
        Content content = draft.content();
        var text = new OutboundText(draft.id(), draft.from(), draft.to(), content.body(), content.encoding(), statusUrl(connection));
        handOver(claim, new Parcel(text, connection, draft.createdAt()), urgency);
    }

    /** Hands over when it is the text's turn, and stores what it came to. */
    void handOver(Claim claim, Parcel parcel, Pace.Urgency urgency) {
        try {
            if (!pacer.isToWait(claim, parcel, urgency)) {
                handOver(claim, parcel);
            }
        } catch (StoreUnavailable later) {
            finish(claim, whenTheDatabaseIsBack(claim, parcel, later), FINISH_TRIES);
        }
    }

    /** Hands over, and stores what it came to. */
    void handOver(Claim claim, Parcel parcel) {
        SendFate fate = expired(parcel).or(() -> heldBack(claim, parcel))
                .or(() -> refused(parcel))
                .orElseGet(() -> courier.deliver(parcel, claim.attempts()));
        finish(claim, fate, FINISH_TRIES);
    }

    private Optional<SendFate> expired(Parcel parcel) {
        return parcel.isStale(world.nature().clock().instant()) ? Optional.of(TOO_LATE) : Optional.empty();
    }

    private Optional<SendFate> refused(Parcel parcel) {
        OutboundText text = parcel.text();
        boolean isRefused = objection.holds(parcel.connection().organization(), text.from().stream().toList(), text.to());
        return isRefused ? Optional.of(NOT_WANTED) : Optional.empty();
    }

    /**
     * Looked at once more, since whatever time has passed since the text was written down was enough for a stop: it goes back, and
     * whoever takes it up next suppresses it. What comes between this look and the request itself cannot be caught any more.
     */
    private Optional<SendFate> heldBack(Claim claim, Parcel parcel) {
        try {
            return switch (world.traffic().outbox().mayLeave(claim)) {
                case NOW -> Optional.empty();
                case BEHIND -> Optional.of(givingWay(claim));
                case STOPPED -> Optional.of(STOPPED);
            };
        } catch (StoreUnavailable later) {
            return Optional.of(whenTheDatabaseIsBack(claim, parcel, later));
        }
    }

    private SendFate whenTheDatabaseIsBack(Claim claim, Parcel parcel, StoreUnavailable later) {
        LOG.log(Level.WARNING, "{0} waits for the database: {1}", claim.key().subject(), later.getMessage());
        return courier.unavailable(parcel, claim.attempts(), "the database is away");
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

    /** Lets earlier replies of the conversation leave first. */
    void giveWay(Claim claim) {
        finish(claim, givingWay(claim), FINISH_TRIES);
    }

    private static SendFate givingWay(Claim claim) {
        return new SendFate.Later(GIVING_WAY.after(claim.attempts()), ITS_TURN_COMES);
    }

    /** Puts off what surely has not left: what it is to be sent through cannot be read just now. */
    void putOff(Claim claim, StoreUnavailable later) {
        LOG.log(Level.WARNING, "{0} waits for the database: {1}", claim.key().subject(), later.getMessage());
        finish(claim, new SendFate.Later(FINISH_PAUSE, new Failure(Reason.UNAVAILABLE.word(), "the database is away")), FINISH_TRIES);
    }

    /** A text that was written down before, ready to be handed over. */
    Parcel parcel(OutboundMessage message, Connection connection) {
        MessageHeader header = message.header();
        PhoneNumber to = header.to().phoneNumber().orElseThrow(() -> new IllegalStateException("a text of ours goes to a number"));
        Content content = message.content();
        Optional<PhoneNumber> from = header.from().flatMap(Address::phoneNumber);
        var text = new OutboundText(header.id(), from, to, content.body(), content.encoding(), statusUrl(connection));
        return new Parcel(text, connection, message.scheduledAt().orElseGet(header::createdAt));
    }

    /** Where reports about texts through a connection come in. */
    URI statusUrl(Connection connection) {
        return world.nature().webhooks(connection).status();
    }
}
