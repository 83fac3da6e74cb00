package dev.parley.ports.work;

import java.time.Duration;

/**
 * Somebody holds a piece of work, until the lease is over or the work is. Every write that belongs to the work names the
 * claim, and changes nothing when a later claim has been made: whoever was thought dead cannot do harm. Immutable.
 *
 * <p>Strikes tell work that harms whoever does it from work that takes long. A holder that gives it back has survived it, and the
 * count begins anew. A holder that throws has been harmed by it. A holder whose lease ran out was mostly killed by something else:
 * that counts little, so that work outlives many kills of a process that has nothing to do with it.
 *
 * @param key which work
 * @param epoch raised by each claim of this work, even when the work ended and began anew in between: the fence
 * @param attempts how often it was claimed before without being finished; a reply lane that is given back is finished
 * @param strikes how much speaks against it: 1 for each holder in a row that was never heard of again, {@link #FAULT} for each
 *        that it failed
 */
public record Claim(WorkKey key, long epoch, int attempts, int strikes) {

    /**
     * How long a claim holds unless it is renewed. Work of a node that died is taken up by another after this and a poll: within 30
     * seconds. Long enough for two heartbeats of {@link #HEARTBEAT} to be lost, and for the slowest request to a provider (13 seconds)
     * to end, even when no heartbeat gets through.
     */
    public static final Duration LEASE = Duration.ofSeconds(25);

    /** How often whoever holds a claim renews it. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(7);

    /** The strikes of one fault. */
    public static final int FAULT = 4;

    /** Five faults in a row, or twenty holders in a row that were never heard of again, and it is not tried any more. */
    public static final int MOST_STRIKES = 20;

    /** A claim on work that nothing speaks against. */
    public Claim(WorkKey key, long epoch, int attempts) {
        this(key, epoch, attempts, 0);
    }

    /** Whether this work is to be given up instead of done. */
    public boolean isPoison() {
        return strikes >= MOST_STRIKES;
    }
}
