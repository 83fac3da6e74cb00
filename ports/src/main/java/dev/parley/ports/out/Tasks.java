package dev.parley.ports.out;

import java.time.Duration;

/** Runs things beside the caller. Thread-safe. */
public interface Tasks {

    /** Runs it at once, on a thread that may block. */
    void run(Runnable task);

    /** Runs it later, on a thread that may block. */
    void runAfter(Duration delay, Runnable task);
}
