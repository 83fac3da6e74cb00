package dev.parley.simulator;

import dev.parley.ports.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tells us, beside whoever sends, what became of a text. At best effort like a real carrier: a few at a time, and none when too
 * many wait. Its threads end when there is nothing to tell. Thread-safe.
 */
final class DeliveryReports {

    /** Before a second try, and twice that before the third. */
    static final Duration PAUSE = Duration.ofMillis(500);

    private static final int TRIES = 3;
    private static final int THREADS = 8;
    private static final int WAITING = 10_000;

    private final SignedPost carrier;
    private final Optional<URI> ourselves;
    private final Duration pause;
    private final Executor threads;

    /** Reports to {@code ourselves}, when given, instead of the host that a status address names. */
    DeliveryReports(SignedPost carrier, Optional<URI> ourselves, Duration pause) {
        this.carrier = carrier;
        this.ourselves = ourselves;
        this.pause = pause;
        this.threads = threads();
    }

    private static Executor threads() {
        var pool = new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING));
        pool.setThreadFactory(Thread.ofVirtual().name("simulator-", 0).factory());
        pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Posts a report sooner or later; returns at once. */
    void send(URI statusUrl, String report, Secret secret) {
        URI to = ourselves.map(base -> LocalAddress.of(base, statusUrl)).orElse(statusUrl);
        threads.execute(() -> deliver(to, report, secret));
    }

    private void deliver(URI to, String report, Secret secret) {
        try {
            for (int tried = 1; !isTaken(to, report, secret) && tried < TRIES; tried++) {
                Thread.sleep(pause.multipliedBy(tried));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isTaken(URI to, String report, Secret secret) {
        try {
            return carrier.post(to, report, secret) / 100 == 2;
        } catch (IOException _) {
            // Nobody is there to be told; the text stays what it is, as with a carrier whose report got lost.
            return false;
        }
    }
}
