package dev.parley.bench.standin;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes on at the same time, each on a thread of its own, and how much of it is left. Thread-safe. */
public final class Errands implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(50);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger running = new AtomicInteger();

    /** Something that may wait. */
    @FunctionalInterface
    public interface Errand {
        /** Does it. */
        void run() throws InterruptedException;
    }

    /** Begins it. */
    public void begin(Errand errand) {
        running.incrementAndGet();
        threads.execute(() -> {
            try {
                errand.run();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                running.decrementAndGet();
            }
        });
    }

    /** Waits until nothing is left, but no longer than that; whether nothing is. */
    public boolean awaitQuiet(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (running.get() > 0 && System.nanoTime() - deadline < 0) {
            Thread.sleep(LOOK);
        }
        return running.get() == 0;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
