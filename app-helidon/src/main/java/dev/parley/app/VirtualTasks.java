package dev.parley.app;

import dev.parley.ports.out.Tasks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/** Runs every task on a virtual thread of its own; one platform thread waits for those that are to run later. Thread-safe. */
final class VirtualTasks implements Tasks, AutoCloseable {

    private static final Logger LOG = System.getLogger(VirtualTasks.class.getName());

    private final ThreadFactory threads = Thread.ofVirtual().name("task-", 1).uncaughtExceptionHandler(VirtualTasks::report).factory();
    private final ThreadFactory timer = Thread.ofPlatform().daemon().name("later").factory();
    private final ScheduledExecutorService later = new ScheduledThreadPoolExecutor(1, timer, new DiscardPolicy());

    @Override
    public void run(Runnable task) {
        threads.newThread(task).start();
    }

    @Override
    public void runAfter(Duration delay, Runnable task) {
        var _ = later.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Forgets what was to run later: whatever must not be forgotten is in the database. What runs already goes on. */
    @Override
    public void close() {
        later.shutdownNow();
    }

    private static void report(Thread thread, Throwable fault) {
        LOG.log(Level.ERROR, "a task failed", fault);
    }
}
