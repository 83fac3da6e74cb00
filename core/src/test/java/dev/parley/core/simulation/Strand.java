package dev.parley.core.simulation;

import java.util.concurrent.locks.LockSupport;

/** A thread of a machine that runs only while it has the turn. */
final class Strand {

    private final Scheduler scheduler;
    private final Machine machine;
    private final Thread thread;
    private boolean runs;
    private boolean waits;
    private long waited;

    private Strand(Scheduler scheduler, Machine machine, Thread thread) {
        this.scheduler = scheduler;
        this.machine = machine;
        this.thread = thread;
    }

    /** The thread that asks, as a strand: it drives the others. */
    static Strand ofThisThread(Scheduler scheduler) {
        var strand = new Strand(scheduler, new Machine("driver"), Thread.currentThread());
        strand.runs = true;
        return strand;
    }

    static Strand of(Scheduler scheduler, Machine machine, Runnable body) {
        return new Strand(scheduler, machine, Thread.ofVirtual().unstarted(body));
    }

    Machine machine() {
        return machine;
    }

    /** Lets its thread see that it has the turn. */
    void start() {
        if (runs) {
            LockSupport.unpark(thread);
        } else {
            runs = true;
            thread.start();
        }
    }

    /** Holds its thread until it has the turn. */
    void awaitTurn() {
        while (scheduler.hasTurn() != this) {
            LockSupport.park(this);
        }
    }

    /** Notes that it waits for something, and says for the how-manieth time. */
    long beginToWait() {
        waits = true;
        return ++waited;
    }

    /** Ends that wait, if it has not ended yet. */
    void wake(long wait) {
        if (wait == waited) {
            wake();
        }
    }

    /** Ends whatever wait there is. */
    void wake() {
        if (waits) {
            waits = false;
            scheduler.ready(this);
        }
    }
}
