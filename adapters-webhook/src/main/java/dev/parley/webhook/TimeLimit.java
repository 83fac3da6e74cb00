package dev.parley.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A total time for a task, whatever it waits for: the timeouts of sockets begin anew with each byte, and a look-up of a name
 * has none. The task runs on a virtual thread, because there an interruption closes the socket that the thread waits for.
 *
 * @param total how long
 */
record TimeLimit(Duration total) {

    /** What the task makes; empty when it was cut off because it is late, or because the caller was interrupted, which it stays. */
    <T> Optional<T> run(Callable<T> task) {
        var running = new FutureTask<>(task);
        Thread.ofVirtual().name("webhook").start(running);
        try {
            return Optional.of(running.get(total.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("a task within a time limit broke", bug.getCause());
        } finally {
            running.cancel(true);
        }
    }
}
