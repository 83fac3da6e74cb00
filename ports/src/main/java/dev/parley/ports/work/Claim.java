package dev.parley.ports.work;

import java.time.Duration;

/**
 * Somebody holds a piece of work, until the lease is over or the work is. Every write that belongs to the work names the
 * claim, and changes nothing when a later claim has been made: whoever was thought dead cannot do harm. Immutable.
 *
 * @param key which work
 * @param epoch raised by each claim of this work, even when the work ended and began anew in between: the fence
 * @param attempts how often it was claimed before without being finished; a reply lane that is given back is finished
 */
public record Claim(WorkKey key, long epoch, int attempts) {

    /** How long a claim holds unless it is renewed. */
    public static final Duration LEASE = Duration.ofSeconds(30);
}
