package dev.parley.persistence;

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

    @Override
    public Instant instant() {
        Reading last = reading;
        return last.moment().plusNanos(nanos.getAsLong() - last.nanos()).truncatedTo(ChronoUnit.MICROS);
    }

    /** Asks the database. */
    void refresh() {
        reading = read();
    }

    private Reading read() {
        long before = nanos.getAsLong();
        Instant moment = database.read("DatabaseClock", session -> session.on(NOW).first(row -> row.moment("moment"))).orElseThrow();
        return new Reading(moment, before + (nanos.getAsLong() - before) / 2);
    }

    private record Reading(Instant moment, long nanos) {}
}
