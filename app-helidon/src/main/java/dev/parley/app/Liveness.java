package dev.parley.app;

import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;

/** Whether the process is worth keeping: it is, as long as it answers at all. Immutable. */
record Liveness() implements HealthCheck {

    @Override
    public String name() {
        return "answering";
    }

    @Override
    public HealthCheckType type() {
        return HealthCheckType.LIVENESS;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.builder().status(true).build();
    }
}
