package dev.parley.core.work;

import dev.parley.ports.work.Claim;

/** Does one kind of work. Whatever it leaves undone is due again when the claim's lease is over. */
@FunctionalInterface
public interface WorkHandler {

    /** Does the work of a claim that was just made. */
    void handle(Claim claim);
}
