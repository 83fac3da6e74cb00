package dev.parley.app;

import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import java.util.function.BooleanSupplier;

/** Whether the server can take and answer texts: its database answers, and its lanes run. Thread-safe. */
final class Readiness implements HealthCheck {

    private final BooleanSupplier database;
    private volatile boolean isWorking;

    Readiness(BooleanSupplier database) {
        this.database = database;
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
                .status(isStored && isWorking)
                .detail("database", isStored ? "answers" : "away")
                .detail("lanes", isWorking ? "running" : "stopped")
                .build();
    }
}
