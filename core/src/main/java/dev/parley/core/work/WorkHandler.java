package dev.parley.core.work;

import dev.parley.ports.work.Claim;

/** Does one kind of work. Whatever it leaves undone is due again when the claim's lease is over. */
@FunctionalInterface
public interface WorkHandler {

    /** Does the work of a claim that was just made. */
    void handle(Claim claim);

    /**
     * Ends work that harms whoever does it, without doing it: what it is about is shown to people as failed, and what comes after
     * it goes on.
     */
    default void giveUp(Claim claim) {
        throw new IllegalStateException("this kind of work is never given up");
    }
}
