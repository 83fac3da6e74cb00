package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.persistence.PersistenceRefused.Why;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Arrival;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.testkit.fake.SequentialIds;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration RECOVERY = Duration.ofSeconds(20);

    @TempDir
    private Path dataDir;

    @Test
    void a_database_that_is_away_is_said_to_be_within_three_seconds() throws IOException {
        MariaDb.server().database("outage", dataDir);
        try (var relay = new Relay(MariaDb.server().port());
                Opened opened = Opened.on(MariaDb.config("outage", dataDir, relay.port()))) {
            var samples = new Samples(new SequentialIds(), opened.persistence().clock());
            Tenant tenant = samples.tenant();
            opened.stores().insert(tenant);
            relay.cut();
            var text = samples.arrival(tenant).arrival();
            assertTimeoutPreemptively(
                    PATIENCE,
                    () -> assertThrows(StoreUnavailable.class, () -> opened.stores().inbox().accept(text)));
            assertTimeoutPreemptively(
                    PATIENCE,
                    () -> assertThrows(StoreUnavailable.class, () -> opened.stores().agents().find(tenant.id(), tenant.agent().id())));
            Instant before = opened.persistence().clock().instant();
            assertFalse(opened.persistence().isHealthy());
            assertTrue(opened.persistence().clock().instant().isAfter(before), "the clock stands still");
            relay.mend();
            assertTimeoutPreemptively(RECOVERY, () -> assertInstanceOf(Acceptance.Stored.class, acceptAtLast(opened, text)));
        }
    }

    @Test
    void a_connection_that_breaks_is_replaced_without_a_word() throws IOException {
        MariaDb.server().database("breaks", dataDir);
        try (var relay = new Relay(MariaDb.server().port());
                Opened opened = Opened.on(MariaDb.config("breaks", dataDir, relay.port()))) {
            var samples = new Samples(new SequentialIds(), opened.persistence().clock());
            Tenant tenant = samples.tenant();
            opened.stores().insert(tenant);
            for (int i = 0; i < 5; i++) {
                relay.cut();
                relay.mend();
                assertInstanceOf(Acceptance.Stored.class, opened.stores().inbox().accept(samples.arrival(tenant).arrival()));
            }
        }
    }

    @Test
    void a_start_without_a_database_is_refused() {
        var refused = assertThrows(
                PersistenceRefused.class,
                () -> Persistence.open(MariaDb.config("nowhere", dataDir, 1), new SecureRandom()));
        assertEquals(Why.DATABASE_UNREACHABLE, refused.why());
    }

    /** The pool looks for the database again at growing intervals. */
    private static Acceptance acceptAtLast(Opened opened, Arrival text) {
        while (true) {
            try {
                return opened.stores().inbox().accept(text);
            } catch (StoreUnavailable notYet) {
                // It has waited two seconds.
            }
        }
    }
}
