package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.persistence.PersistenceRefused.Why;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.Secret;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.out.WebhookDirectory;
import dev.parley.testkit.fake.SequentialIds;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start without the database, from what was known when it went away. */
final class LastKnownTest {

    private static final InstantSource GUESS = InstantSource.fixed(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    private Path dataDir;

    @Test
    void connections_are_known_without_the_database_and_everything_else_waits_for_it() throws IOException {
        MariaDb.server().database("lastknown", dataDir);
        try (var relay = new Relay(MariaDb.server().port())) {
            PersistenceConfig config = MariaDb.config("lastknown", dataDir, relay.port());
            var samples = new Samples(new SequentialIds(), InstantSource.system());
            Tenant tenant = samples.tenant();
            try (Opened opened = Opened.on(config)) {
                opened.stores().insert(tenant);
                refreshed(opened.persistence(), tenant);
            }
            relay.cut();
            try (Persistence later = Persistence.openLater(config, new SecureRandom(), GUESS).orElseThrow()) {
                assertKnown(later.lastKnown(), tenant);
                assertThrows(StoreUnavailable.class, () -> later.agents().find(tenant.id(), tenant.agent().id()));
                assertFalse(later.isConnected());
                assertEquals(Why.DATABASE_UNREACHABLE, assertThrows(PersistenceRefused.class, later::connect).why());
                relay.mend();
                later.connect();
                assertTrue(later.isConnected());
                assertTrue(later.clock().instant().isAfter(Instant.parse("2026-01-01T00:00:00Z")), "the guess is over");
                assertInstanceOf(Acceptance.Stored.class, later.inbox().accept(samples.arrival(tenant).arrival()));
            }
        }
    }

    @Test
    void a_connection_that_was_found_a_moment_ago_is_known_too() {
        PersistenceConfig config = PersistenceConfig.embedded(dataDir);
        try (Opened opened = Opened.on(config)) {
            Tenant tenant = new Samples(new SequentialIds(), InstantSource.system()).tenant();
            opened.stores().insert(tenant);
            WebhookDirectory directory = opened.persistence().directory();
            assertTrue(directory.carrierOf(tenant.connection().provider(), tenant.ours()).isPresent());
            assertKnown(opened.persistence().lastKnown(), tenant);
        }
    }

    @Test
    void nothing_is_known_before_the_first_start_or_with_another_key() throws IOException {
        PersistenceConfig config = MariaDb.server().database("unknown", dataDir);
        assertTrue(Persistence.openLater(config, new SecureRandom(), GUESS).isEmpty());
        try (Opened opened = Opened.on(config)) {
            Tenant tenant = new Samples(new SequentialIds(), InstantSource.system()).tenant();
            opened.stores().insert(tenant);
            refreshed(opened.persistence(), tenant);
        }
        String sealed = Files.readString(dataDir.resolve("connections.sealed"));
        assertTrue(sealed.startsWith("v1."), "sealed");
        byte[] other = new byte[32];
        other[0] = 1;
        var otherKey = new PersistenceConfig(
                dataDir,
                config.url(),
                config.user(),
                config.password(),
                Optional.of(new Secret(Base64.getEncoder().encodeToString(other))),
                MariaDb.POOL);
        assertTrue(Persistence.openLater(otherKey, new SecureRandom(), GUESS).isEmpty());
    }

    /** What was made a moment ago is remembered at the latest when somebody looks again. */
    private static void refreshed(Persistence persistence, Tenant tenant) {
        ((LastKnown) persistence.lastKnown()).refresh();
        assertKnown(persistence.lastKnown(), tenant);
    }

    private static void assertKnown(WebhookDirectory known, Tenant tenant) {
        Connection connection = tenant.connection();
        assertEquals(Optional.of(connection), known.connection(connection.provider(), connection.id()));
        assertEquals(Optional.of(connection), known.carrierOf(connection.provider(), tenant.ours()));
        connection.accountKey().ifPresent(key -> assertEquals(List.of(connection), known.ofAccount(connection.provider(), key)));
        assertThrows(StoreUnavailable.class, () -> known.connection(connection.provider(), new ConnectionId(new UUID(9, 9))));
    }
}
