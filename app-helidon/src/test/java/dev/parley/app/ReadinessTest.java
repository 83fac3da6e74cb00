package dev.parley.app;

import static io.helidon.health.HealthCheckResponse.Status.DOWN;
import static io.helidon.health.HealthCheckResponse.Status.UP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.helidon.health.HealthCheckResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private final AtomicBoolean database = new AtomicBoolean(true);
    private final Readiness readiness = new Readiness(database::get);

    @Test
    void a_server_is_ready_when_its_database_answers_and_its_lanes_run() {
        readiness.setWorking(true);
        assertEquals(UP, readiness.call().status());
    }

    @Test
    void it_is_not_before_its_lanes_run_or_after_they_have_stopped() {
        assertEquals(DOWN, readiness.call().status());
        readiness.setWorking(true);
        readiness.setWorking(false);
        assertEquals(DOWN, readiness.call().status());
    }

    @Test
    void it_is_not_while_its_database_is_away_and_says_so() {
        readiness.setWorking(true);
        database.set(false);
        HealthCheckResponse response = readiness.call();
        assertEquals(DOWN, response.status());
        assertEquals(Map.of("database", "away", "lanes", "running"), response.details());
    }
}
