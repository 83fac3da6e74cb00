package dev.parley.persistence;

import dev.parley.ports.out.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The time as the database has it, which all nodes share: asked for now and then, carried on in between by a clock that no
 * change of the node's own time can move. Thread-safe.
 */
final class DatabaseClock implements InstantSource {

    private static final Sql NOW = Sql.of("DatabaseClock.now", "SELECT {now} AS moment");

    private final Database database;
    private final LongSupplier nanos;
    private volatile Reading reading;

    DatabaseClock(Database database, LongSupplier nanos) {
        this.database = database;
        this.nanos = nanos;
        reading = read();
    }

    /** Begins with a guess, while nobody can be asked. */
    DatabaseClock(Database database, LongSupplier nanos, Instant guess) {
        this.database = database;
        this.nanos = nanos;
        reading = new Reading(guess, nanos.getAsLong(), Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return reading.at(nanos.getAsLong()).truncatedTo(ChronoUnit.MICROS);
    }

    /** Asks the database. What it says is taken only when it cannot be what we have: a slow answer shall not move the clock. */
    void refresh() {
        Reading fresh = read();
        if (fresh.contradicts(reading)) {
            reading = fresh;
        }
    }

    /** The same; whether the database answered. */
    boolean isAnswered() {
        try {
            refresh();
            return true;
        } catch (StoreUnavailable e) {
            return false;
        }
    }

    private Reading read() {
        long before = nanos.getAsLong();
        Instant moment = database.read("DatabaseClock", session -> session.on(NOW).first(row -> row.moment("moment"))).orElseThrow();
        long half = (nanos.getAsLong() - before) / 2;
        return new Reading(moment, before + half, Duration.ofNanos(half));
    }

    /**
     * What the database said.
     *
     * @param moment the time there
     * @param nanos the time here when it was that, somewhere in the middle of asking
     * @param doubt by how much that may be wrong
     */
    private record Reading(Instant moment, long nanos, Duration doubt) {

        Instant at(long then) {
            return moment.plusNanos(then - nanos);
        }

        boolean contradicts(Reading before) {
            return Duration.between(before.at(nanos), moment).abs().compareTo(doubt) > 0;
        }
    }
}
