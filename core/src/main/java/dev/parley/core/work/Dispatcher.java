package dev.parley.core.work;

import dev.parley.core.world.Culprit;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.out.Tasks;
import dev.parley.ports.out.WorkQueue;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.ports.work.WorkKind;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sees to it that work is done: at once by whoever made it due, and by polling when that one died. Holds each claim as long as
 * its handler runs. Thread-safe.
 */
public final class Dispatcher {

    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int SLICE = 64;
    private static final Duration WHILE_AWAY = Duration.ofSeconds(2);
    private static final Backoff AFTER_FAULT = Backoff.ofSeconds(1, 5, 30, 120, 600);

    private final WorkQueue work;
    private final Tasks tasks;
    private final Phaser busy = new Phaser(1);
    private final Set<Claim> held = ConcurrentHashMap.newKeySet();
    /** In the order of their kinds, so that a run can be repeated. */
    private volatile Map<WorkKind, WorkHandler> handlers = Map.of();
    private volatile boolean isAway;

    /** Does nothing until it is started. */
    public Dispatcher(WorkQueue work, Tasks tasks) {
        this.work = work;
        this.tasks = tasks;
    }

    /** Begins with the work that nobody does, such as what a process left behind that died. */
    public void start(Map<WorkKind, WorkHandler> byKind) {
        handlers = new EnumMap<>(byKind);
        tasks.run(this::poll);
    }

    /** Claims nothing more; what is being done goes on. Whatever becomes due is left to other nodes. */
    public void pause() {
        handlers = Map.of();
    }

    /**
     * Takes no more work, waits for what is being done, and gives the rest back so that another node can have it at once. A text
     * that may be with its provider just now is not given back: nobody else can tell what becomes of it.
     *
     * @return whether everything was done in time
     */
    public boolean stop(Duration patience) throws InterruptedException {
        pause();
        int phase = busy.arrive();
        try {
            busy.awaitAdvanceInterruptibly(phase, patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillBusy) {
            held.stream().filter(claim -> claim.key().kind() != WorkKind.SEND).forEach(claim -> giveBack(claim, Duration.ZERO));
            return false;
        }
    }

    /** Does work that becomes due at a known time, without waiting for the next poll. */
    public void wake(WorkKey key, Duration in) {
        if (in.isPositive()) {
            tasks.runAfter(in, () -> claimAndPerform(key));
        } else {
            tasks.run(() -> claimAndPerform(key));
        }
    }

    /** Does work that is claimed already, beside the caller. */
    public void hand(Claim claim) {
        WorkHandler handler = handlers.get(claim.key().kind());
        if (handler != null) {
            hand(claim, handler);
        } else {
            giveBack(claim, Duration.ZERO);
        }
    }

    /** Has {@code handler} do work that is claimed already, beside the caller, who waits for it at most so long. */
    public void handAndWait(Claim claim, Duration patience, WorkHandler handler) {
        tasks.runAndWait(patience, () -> perform(claim, handler));
    }

    /** Has {@code handler} do work that is claimed already, beside the caller. */
    public void hand(Claim claim, WorkHandler handler) {
        // Counted from now on, not from when it begins: whoever waits for the end waits for it, too.
        busy.register();
        tasks.run(() -> {
            try {
                perform(claim, handler);
            } finally {
                busy.arriveAndDeregister();
            }
        });
    }

    private void claimAndPerform(WorkKey key) {
        WorkHandler handler = handlers.get(key.kind());
        if (handler == null) {
            return;
        }
        try {
            work.claim(key).ifPresent(claim -> perform(claim, handler));
        } catch (StoreUnavailable later) {
            LOG.log(Level.DEBUG, "not claimed, the next poll will", later);
        }
    }

    private void poll() {
        Map<WorkKind, WorkHandler> now = handlers;
        if (now.isEmpty()) {
            return;
        }
        boolean more = false;
        try {
            more = now.entrySet().stream().map(e -> handDue(e.getKey(), e.getValue())).reduce(false, Boolean::logicalOr);
            isAway = false;
        } catch (StoreUnavailable later) {
            LOG.log(isAway ? Level.DEBUG : Level.WARNING, "looking for work: {0}", later.getMessage());
            isAway = true;
        } finally {
            tasks.runAfter(more ? Duration.ZERO : POLL, this::poll);
        }
    }

    private boolean handDue(WorkKind kind, WorkHandler handler) {
        List<Claim> claims = work.claimDue(kind, SLICE);
        claims.forEach(claim -> hand(claim, handler));
        return claims.size() == SLICE;
    }

    private void perform(Claim claim, WorkHandler handler) {
        busy.register();
        held.add(claim);
        var done = new AtomicBoolean();
        keepAlive(claim, done);
        try {
            perform(handler, claim);
        } catch (StoreUnavailable later) {
            LOG.log(Level.WARNING, "{0} waits for the database: {1}", claim.key().kind(), later.getMessage());
            // Nothing of this is the work's own fault, however often it was tried: what waits for the database has waited enough.
            giveBack(claim, WHILE_AWAY);
        } catch (RuntimeException | Error bug) {
            // One poisonous piece of work must not end what others need, also not by a stack or a heap that it fills alone: both are
            // free again here. It is tried again, ever more rarely, and given up in the end.
            LOG.log(Level.ERROR, "work of kind {0} failed: {1}", claim.key().kind(), Culprit.of(bug));
            fail(claim);
        } finally {
            done.set(true);
            held.remove(claim);
            busy.arriveAndDeregister();
        }
    }

    private static void perform(WorkHandler handler, Claim claim) {
        if (claim.isPoison()) {
            LOG.log(Level.ERROR, "work of kind {0} is given up: {1}", claim.key().kind(), claim.key().subject());
            handler.giveUp(claim);
        } else {
            handler.handle(claim);
        }
    }

    private void keepAlive(Claim claim, AtomicBoolean done) {
        tasks.runAfter(Claim.HEARTBEAT, () -> {
            if (!done.get() && renewed(claim)) {
                keepAlive(claim, done);
            }
        });
    }

    private boolean renewed(Claim claim) {
        try {
            return work.renew(claim);
        } catch (StoreUnavailable later) {
            return true;
        }
    }

    private void giveBack(Claim claim, Duration delay) {
        orLeave(() -> work.postpone(claim, delay));
    }

    private void fail(Claim claim) {
        boolean isLast = !claim.isPoison() && claim.strikes() + Claim.FAULT >= Claim.MOST_STRIKES;
        Duration delay = isLast ? Duration.ZERO : AFTER_FAULT.after(claim.strikes() / Claim.FAULT);
        orLeave(() -> work.fail(claim, delay));
    }

    private static void orLeave(Runnable step) {
        try {
            step.run();
        } catch (StoreUnavailable later) {
            LOG.log(Level.DEBUG, "the lease will end by itself", later);
        }
    }
}
