package dev.parley.ports.out;

import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.ports.work.WorkKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Rows with a due time, claimed under a fence. Shared by all nodes: a piece of work is held by one of them at a time.
 * Thread-safe.
 */
public interface WorkQueue {

    /** Claims this piece of work, if it is there, due and held by nobody. */
    Optional<Claim> claim(WorkKey key);

    /** Claims work that is due and held by nobody, the longest due first; the same from every organization that waits. */
    List<Claim> claimDue(WorkKind kind, int most);

    /**
     * Holds the work for another {@link Claim#LEASE}.
     *
     * @return false when it is no longer ours
     */
    boolean renew(Claim claim);

    /**
     * Gives work back that failed whoever did it, due after {@code delay}, with {@link Claim#FAULT} strikes more.
     *
     * @return false when it was no longer ours
     */
    boolean fail(Claim claim, Duration delay);

    /**
     * Gives the work back, due after {@code delay} and without strikes.
     *
     * @return false when it was no longer ours
     */
    boolean postpone(Claim claim, Duration delay);
}
