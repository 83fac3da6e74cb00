package dev.parley.ports.out;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Runs things beside the caller. Thread-safe. */
public interface Tasks {

    /** Runs it at once, on a thread that may block. */
    void run(Runnable task);

    /** Runs it later, on a thread that may block. */
    void runAfter(Duration delay, Runnable task);

    /**
     * Runs it at once, on a thread that may block, and waits for its end, but at most so long; then it goes on without the caller.
     *
     * @return whether it ended in time
     */
    default boolean runAndWait(Duration patience, Runnable task) {
        var over = new CompletableFuture<Boolean>();
        runAfter(patience, () -> over.complete(false));
        run(() -> {
            try {
                task.run();
            } finally {
                over.complete(true);
            }
        });
        return over.join();
    }

    /**
     * Does something that may take too long, and waits for it, but no longer than that. What it throws meanwhile is thrown here.
     * Tasks that have no threads of their own wait as long as it takes.
     *
     * @param limit how long to wait
     * @return empty when the limit was over first: it goes on then, and nobody hears how it ends
     */
    default <T> Optional<T> within(Duration limit, Supplier<T> work) {
        return Optional.of(work.get());
    }

    /**
     * Waits until something has happened, but at most so long. Tasks that have no threads of their own do not wait.
     *
     * @return whether it has happened
     */
    default boolean await(CompletableFuture<?> event, Duration patience) {
        return event.isDone();
    }
}
