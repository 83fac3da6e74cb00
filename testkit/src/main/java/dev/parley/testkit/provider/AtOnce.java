package dev.parley.testkit.provider;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Many things at a time, each in a thread of its own. */
final class AtOnce {

    private AtOnce() {}

    /** Returns when all are done. The first that failed makes this fail. */
    static void run(List<Runnable> tasks) {
        Executor threads = task -> Thread.ofVirtual().start(task);
        try {
            CompletableFuture.allOf(tasks.stream().map(task -> CompletableFuture.runAsync(task, threads)).toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException failed) {
            throw new AssertionError(reason(failed), failed);
        }
    }

    private static String reason(CompletionException failed) {
        return failed.getCause() instanceof AssertionError wrong ? String.valueOf(wrong.getMessage())
                : "at once it threw " + failed.getCause();
    }
}
