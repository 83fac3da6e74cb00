package dev.parley.app;

import dev.parley.ports.out.IntakeJournal;
import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import java.util.function.BooleanSupplier;

/**
 * Whether the server can take texts: its lanes run, and there is a place for texts, in the database or, while that is away, in the
 * journal. Thread-safe.
 */
final class Readiness implements HealthCheck {

    private final BooleanSupplier database;
    private final IntakeJournal journal;
    private volatile boolean isWorking;

    Readiness(BooleanSupplier database, IntakeJournal journal) {
        this.database = database;
        this.journal = journal;
    }

    void setWorking(boolean working) {
        isWorking = working;
    }

    boolean isWorking() {
        return isWorking;
    }

    @Override
    public String name() {
        return "texting";
    }

    @Override
    public HealthCheckType type() {
        return HealthCheckType.READINESS;
    }

    @Override
    public HealthCheckResponse call() {
        boolean isStored = database.getAsBoolean();
        return HealthCheckResponse.builder()
                .status((isStored || journal.hasRoom()) && isWorking)
                .detail("database", isStored ? "answers" : "away")
                .detail("journal", journal.hasRoom() ? journal.size() + " entries" : "full")
                .detail("lanes", isWorking ? "running" : "stopped")
                .build();
    }
}
