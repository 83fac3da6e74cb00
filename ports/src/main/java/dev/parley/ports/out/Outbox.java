package dev.parley.ports.out;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.work.Claim;
import java.time.Duration;

/** Texts of ours on their way to a provider. Each step is one transaction. Thread-safe. */
public interface Outbox {

    /**
     * Writes a text down as {@code sending}, in the conversation of its two numbers, unless the contact has opted out.
     * Nothing is written a second time: a message of that id that is there already is left alone.
     */
    Begun begin(OutboundDraft draft);

    /**
     * Takes a send up again that somebody gave back or died over. What was being handed over when its holder died, or gave
     * the work back without {@link #finish}, becomes {@code unknown}, never a second send, and is to be found out about: see
     * {@link LostSends}. A reply goes behind those that were written down before it in its conversation: see {@link Leave#BEHIND}.
     */
    Resumed resume(Claim claim);

    /** Whether a text may leave. */
    enum Leave {
        /** This very moment. */
        NOW,
        /**
         * Not yet: an earlier reply of its conversation waits with us, or is being handed over. That one goes, fails or becomes
         * {@code unknown} first; one that was written down more than {@link #FRESH} ago keeps nobody waiting.
         */
        BEHIND,
        /** Not any more: its contact has opted out, or the claim no longer holds. */
        STOPPED
    }

    /** What is older than that does not leave any more. */
    Duration FRESH = Duration.ofHours(4);

    /**
     * Whether a text may leave this very moment: its claim holds, its contact has not opted out meanwhile, and no earlier reply has
     * yet to leave, if it is one. To be asked right before the request: whoever slept since the text was written down sends nothing
     * that somebody has stopped, or that somebody else has taken up. A text whose sender the provider chooses was looked at when it
     * was written down, and is not again.
     */
    Leave mayLeave(Claim claim);

    /**
     * Stores what a send came to, and ends or postpones the work. A status is only ever raised, and reports that came before
     * their message are applied. What is {@link SendFate.Unknown} is to be found out about: see {@link LostSends}.
     *
     * @return false when the claim no longer holds: somebody else has decided about this send. That the provider took the text, or
     *         refused one that is {@code unknown} meanwhile, is true all the same, and stored
     */
    boolean finish(Claim claim, SendFate fate);

    /**
     * Stores what a provider reports about a text: raises the status, never lowers it. A report about a text that is not
     * known yet is kept until it is. A text that the provider reports on in parts is delivered when all of them are, and
     * failed when one of them is.
     */
    void report(OrganizationId organization, ConnectionId connection, StatusReport report);
}
