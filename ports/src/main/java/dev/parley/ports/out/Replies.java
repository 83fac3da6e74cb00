package dev.parley.ports.out;

import dev.parley.ports.work.Claim;
import java.util.Optional;

/** The reply lane's view of a conversation, and the steps that it takes there. Each is one transaction. Thread-safe. */
public interface Replies {

    /**
     * Reads everything that a decision about the conversation needs.
     *
     * @param mostTurns how many turns of history are wanted
     * @return empty when the claim no longer holds
     */
    Optional<ReplyWindow> window(Claim claim, int mostTurns);

    /**
     * Writes a reply down as {@code sending} and marks what it answers, unless something has come in between: see
     * {@link ReplyCommit}. The lane stays claimed until {@link #release}.
     */
    ReplyCommit commit(Claim claim, ReplyDraft draft);

    /** Marks texts as done with without a reply, and gives the lane back. */
    Release settle(Claim claim, Settlement settlement);

    /**
     * Marks everything that waits as failed, without looking at it, and gives the lane back: for a lane that nobody survives who
     * looks at it.
     */
    Release giveUp(Claim claim);

    /** Gives the lane back: it ends when nothing is unanswered, and is due at once when something is. */
    Release release(Claim claim);
}
