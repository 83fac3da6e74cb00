package dev.parley.app;

import static io.helidon.health.HealthCheckResponse.Status.DOWN;
import static io.helidon.health.HealthCheckResponse.Status.UP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.journal.FileJournal;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.out.IntakeJournal.Entry;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import io.helidon.health.HealthCheckResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {

    private static final OrganizationId ORGANIZATION = new OrganizationId(new UUID(1, 2));
    private static final ConnectionId CONNECTION = new ConnectionId(new UUID(3, 4));
    private static final Instant THEN = Instant.parse("2026-05-04T10:00:00Z");

    private final AtomicBoolean database = new AtomicBoolean(true);
    private FileJournal journal;
    private Readiness readiness;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        journal = FileJournal.open(folder, 1 << 20);
        readiness = new Readiness(database::get, journal);
    }

    @AfterEach
    void close() {
        journal.close();
    }

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
    void it_is_while_its_database_is_away_as_long_as_the_journal_has_room_and_says_so() {
        readiness.setWorking(true);
        database.set(false);
        HealthCheckResponse response = readiness.call();
        assertEquals(UP, response.status());
        assertEquals(Map.of("database", "away", "journal", "0 entries", "lanes", "running"), response.details());
        assertTrue(
                journal.append(List.of(new Entry(ORGANIZATION, CONNECTION, InboundText.of("SM1", "a", "b", "x".repeat(950_000)), THEN))));
        response = readiness.call();
        assertEquals(DOWN, response.status());
        assertEquals(Map.of("database", "away", "journal", "full", "lanes", "running"), response.details());
        database.set(true);
        assertEquals(UP, readiness.call().status());
    }
}
