package dev.parley.app.http;

import io.helidon.common.socket.HelidonSocket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Closes the sockets of those who let us wait too long: nothing else ends a read that is blocked. One thread for all
 * connections, and only while there is something to wait for. Thread-safe.
 */
final class Watchdog {

    private static final long REST_SECONDS = 10;

    private final Duration limit;
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("watchdog").factory());

    /**
     * Makes one.
     *
     * @param limit how long a request may take to arrive
     */
    Watchdog(Duration limit) {
        this.limit = limit;
        // Nearly every wait is called off, long before its time.
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(REST_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    Duration limit() {
        return limit;
    }

    /** Closes it after that time, if the answer is not cancelled before: a read on it then fails. */
    Future<?> closeAfter(Duration patience, HelidonSocket socket) {
        return timer.schedule(socket::close, patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
