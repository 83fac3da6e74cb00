package dev.parley.core.intake;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether the database is away, as far as intake has found out: it was, or took too long, when it was last asked. While it is,
 * nobody else waits for it. Thread-safe.
 */
final class Outage {

    private static final Logger LOG = System.getLogger(Outage.class.getName());

    private final AtomicBoolean isOn = new AtomicBoolean();

    boolean isOn() {
        return isOn.get();
    }

    /** Takes why, for the log, which hears of an outage only once. */
    void begin(String why) {
        if (isOn.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, "degraded: what carriers bring goes to the journal while the database is away: {0}", why);
        }
    }

    void end() {
        if (isOn.compareAndSet(true, false)) {
            LOG.log(Level.INFO, "the database takes what carriers bring again");
        }
    }
}
