package dev.parley.ports.out;

import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKind;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps texts of one number apart, whichever node sends them: they stand in one queue, and one piece of work of kind
 * {@link WorkKind#PACE} lets the next one go when its time has come. More urgent ones go first; a text that waits for a contact
 * becomes as urgent as any that comes after it, so that no text overtakes another of its conversation. Each step is one
 * transaction, by the clock of the database. Thread-safe.
 */
public interface Pacing {

    /**
     * Takes a text that surely has not left back from its hand-over, to wait for its turn: the claim is over.
     *
     * @return in how long the work of the queue is due; empty when the claim no longer holds
     */
    Optional<Duration> queue(Claim send, Pace pace);

    /** Lets nobody of that queue go for so long, even if nobody waits in it yet. */
    void hold(Pace pace, Duration time);

    /** Whose turn it is. */
    Turn next(Claim lane);

    /** What looking into a queue came to. */
    sealed interface Turn {

        /**
         * One may go, and is ours to hand over. The queue's work is due again after its gap.
         *
         * @param message which
         * @param send the claim to hand it over
         * @param gap in how long the next one may go
         */
        record Go(OutboundMessage message, Claim send, Duration gap) implements Turn {}

        /**
         * It is too early. The queue's work is due again then.
         *
         * @param time how long
         */
        record Wait(Duration time) implements Turn {}

        /** Nobody waits, or the claim no longer holds: the work is over. */
        record Over() implements Turn {}
    }
}
