package dev.parley.app;

import io.helidon.cors.CrossOriginConfig;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.health.HealthObserver;
import io.helidon.webserver.observe.metrics.MetricsObserver;

/** What an operator's machines look at: health and metrics, under {@code /observe}. */
final class Observation {

    private Observation() {}

    static ObserveFeature of(Readiness readiness) {
        var health = HealthObserver.builder()
                // Without details Helidon says 204, and no balancer could tell which part is missing.
                .details(true)
                .useSystemServices(false)
                .addCheck(new Liveness())
                .addCheck(readiness)
                .build();
        return ObserveFeature.builder()
                .observersDiscoverServices(false)
                .cors(CrossOriginConfig.builder().enabled(false).build())
                .addObserver(health)
                .addObserver(MetricsObserver.create())
                .build();
    }
}
