package dev.parley.app;

import dev.parley.ports.out.Tasks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    @Override
    public <T> Optional<T> within(Duration limit, Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        threads.newThread(task).start();
        try {
            return Optional.of(task.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw thrown(failed.getCause());
        }
    }

    @Override
    public boolean await(CompletableFuture<?> event, Duration patience) {
        try {
            event.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException notHappened) {
            return false;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
        return true;
    }

    private static RuntimeException thrown(@Nullable Throwable cause) {
        if (cause instanceof Error grave) {
            throw grave;
        }
        return cause instanceof RuntimeException same ? same : new IllegalStateException("a supplier throws nothing else", cause);
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
