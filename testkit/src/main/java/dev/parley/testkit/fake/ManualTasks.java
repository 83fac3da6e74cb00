package dev.parley.testkit.fake;

import dev.parley.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Tasks that wait until a test runs them, on the thread of the test, in the order of their times. Any thread may hand tasks
 * in.
 */
public final class ManualTasks implements Tasks {

    private final MutableClock clock;
    private final PriorityQueue<Waiting> waiting =
            new PriorityQueue<>(Comparator.comparing(Waiting::due).thenComparingLong(Waiting::number));
    private long handedIn;

    /** Tasks that become due by that clock. */
    public ManualTasks(MutableClock clock) {
        this.clock = clock;
    }

    @Override
    public void run(Runnable task) {
        runAfter(Duration.ZERO, task);
    }

    @Override
    public synchronized void runAfter(Duration delay, Runnable task) {
        waiting.add(new Waiting(clock.instant().plus(delay), handedIn++, task));
    }

    /** How many tasks wait, due or not. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /**
     * Runs what is due, and what becomes due by that, until nothing is.
     *
     * @return how many tasks were run
     */
    public int runDue() {
        int ran = 0;
        for (Optional<Waiting> next = takeUntil(clock.instant()); next.isPresent(); next = takeUntil(clock.instant())) {
            next.get().task().run();
            ran++;
        }
        return ran;
    }

    /**
     * Lets time pass, and runs every task when its time has come.
     *
     * @return how many tasks were run
     */
    public int advance(Duration duration) {
        Instant end = clock.instant().plus(duration);
        int ran = 0;
        for (Optional<Waiting> next = takeUntil(end); next.isPresent(); next = takeUntil(end)) {
            moveTo(next.get().due());
            next.get().task().run();
            ran++;
        }
        moveTo(end);
        return ran;
    }

    private void moveTo(Instant time) {
        if (time.isAfter(clock.instant())) {
            clock.passTime(Duration.between(clock.instant(), time));
        }
    }

    private synchronized Optional<Waiting> takeUntil(Instant time) {
        Optional<Waiting> first = Optional.ofNullable(waiting.peek()).filter(w -> !w.due().isAfter(time));
        first.ifPresent(waiting::remove);
        return first;
    }

    private record Waiting(Instant due, long number, Runnable task) {}
}
