package dev.parley.persistence;

import dev.parley.ports.out.StoreUnavailable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What is done now and again, whether anybody asks or not. */
final class Housekeeping implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());

    private static final int CLOCK_SECONDS = 30;
    private static final int FORGETTING_SECONDS = 3600;
    private static final int LAST_KNOWN_SECONDS = 5;

    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("parley-housekeeping").factory());

    static Housekeeping of(DatabaseClock clock, OldRows old, LastKnown lastKnown) {
        var housekeeping = new Housekeeping();
        housekeeping.every(CLOCK_SECONDS, CLOCK_SECONDS, clock::refresh);
        housekeeping.every(FORGETTING_SECONDS, FORGETTING_SECONDS, old::forget);
        housekeeping.every(LAST_KNOWN_SECONDS, 0, lastKnown::refresh);
        return housekeeping;
    }

    /** Does it every so many seconds, also after it has failed: the database may be away. */
    private void every(int seconds, int firstAfter, Runnable chore) {
        var _ = clockwork.scheduleWithFixedDelay(() -> attempt(chore), firstAfter, seconds, TimeUnit.SECONDS);
    }

    private static void attempt(Runnable chore) {
        try {
            chore.run();
        } catch (StoreUnavailable e) {
            LOG.log(System.Logger.Level.DEBUG, "A chore is done another time: the database is away");
        } catch (IllegalStateException e) {
            // The executor would never run it again.
            LOG.log(System.Logger.Level.ERROR, "A chore failed", e);
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
