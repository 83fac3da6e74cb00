package dev.parley.bench.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * So many that do something at once, each on a thread and with tools of his own.
 *
 * @param size how many
 */
record Crowd(int size) {

    /** Something that one does again and again. */
    interface Step extends AutoCloseable {

        /** Does it once. */
        void run() throws Exception;

        @Override
        default void close() throws IOException, SQLException {}
    }

    /** Makes the tools of one. */
    interface Start {

        /** Called on the thread that will use them. */
        Step step() throws Exception;
    }

    /** Each does it again as soon as it is done: how many times a second all of them together did. */
    double rate(Duration time, Start start) throws InterruptedException {
        var done = new AtomicLong();
        long begin = System.nanoTime();
        all(start, step -> {
            while (System.nanoTime() - begin < time.toNanos()) {
                step.run();
                done.incrementAndGet();
            }
        });
        return done.get() / ((System.nanoTime() - begin) / 1e9);
    }

    /** All together do it so many times, as fast as they can. */
    void times(int times, Start start) throws InterruptedException {
        var rest = new AtomicLong(times);
        all(start, step -> {
            while (rest.decrementAndGet() >= 0) {
                step.run();
            }
        });
    }

    /**
     * All together do it so many times at that rate, whether or not what was begun before is done.
     *
     * @return how long each took, counted from when it was to begin
     */
    Latencies atRate(double perSecond, int times, Start start) throws InterruptedException {
        var next = new AtomicLong();
        long[] nanos = new long[times];
        long begin = System.nanoTime();
        all(start, step -> {
            for (long i = next.getAndIncrement(); i < times; i = next.getAndIncrement()) {
                long due = begin + (long) (i * 1e9 / perSecond);
                for (long rest = due - System.nanoTime(); rest > 0; rest = due - System.nanoTime()) {
                    LockSupport.parkNanos(rest);
                }
                step.run();
                nanos[(int) i] = System.nanoTime() - due;
            }
        });
        return Latencies.of(nanos);
    }

    private interface Work {

        void on(Step step) throws Exception;
    }

    private void all(Start start, Work work) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(size)) {
            List<Future<?>> everybody = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                everybody.add(threads.submit(() -> {
                    try (Step step = start.step()) {
                        work.on(step);
                    }
                    return true;
                }));
            }
            for (Future<?> one : everybody) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("one of the crowd could not go on", e.getCause());
        }
    }
}
