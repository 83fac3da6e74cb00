package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.persistence.PersistenceRefused.Why;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.Secret;
import dev.parley.ports.connection.Connection;
import dev.parley.testkit.fake.SequentialIds;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EncryptionTest {

    @TempDir
    private Path dataDir;

    @Test
    void h2_makes_a_key_that_only_its_owner_can_read_and_keeps_it() throws IOException {
        Opened.on(PersistenceConfig.embedded(dataDir)).close();
        Path file = dataDir.resolve("encryption.key");
        String made = Files.readString(file);
        assertEquals(32, Base64.getDecoder().decode(made.strip()).length);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Opened.on(PersistenceConfig.embedded(dataDir)).close();
        assertEquals(made, Files.readString(file));
    }

    @Test
    void another_key_is_refused_at_the_start() {
        Opened.on(PersistenceConfig.embedded(dataDir)).close();
        assertRefused(Why.ENCRYPTION_KEY_WRONG, withKey(Base64.getEncoder().encodeToString(new byte[32])));
    }

    @Test
    void a_refused_start_leaves_the_database_to_the_next() {
        Opened.on(PersistenceConfig.embedded(dataDir)).close();
        assertRefused(Why.ENCRYPTION_KEY_WRONG, withKey(Base64.getEncoder().encodeToString(new byte[32])));
        try (Opened opened = Opened.on(PersistenceConfig.embedded(dataDir))) {
            assertTrue(opened.persistence().isHealthy());
        }
    }

    @Test
    void a_key_that_is_no_key_is_refused() {
        assertRefused(Why.ENCRYPTION_KEY_INVALID, withKey("not base64!"));
        assertRefused(Why.ENCRYPTION_KEY_INVALID, withKey(Base64.getEncoder().encodeToString(new byte[16])));
    }

    @Test
    void a_database_other_than_h2_needs_a_key() {
        assertRefused(
                Why.ENCRYPTION_KEY_MISSING,
                new PersistenceConfig(
                        dataDir,
                        Optional.of("jdbc:mysql://127.0.0.1:1/parley"),
                        "root",
                        new Secret(""),
                        Optional.empty(),
                        6));
        assertFalse(Files.exists(dataDir.resolve("encryption.key")));
    }

    @Test
    void neither_credentials_nor_webhook_secrets_are_stored_readable() {
        try (Opened opened = Opened.on(PersistenceConfig.embedded(dataDir))) {
            Tenant tenant = store(opened);
            String stored = String.join("\n", opened.tables().read("SELECT credentials FROM connection")) + opened.tables()
                    .read("SELECT webhook_secret FROM agent");
            assertFalse(stored.contains(Samples.WEBHOOK_SECRET));
            assertFalse(stored.contains(tenant.agent().webhookSecret().current().reveal()));
            assertTrue(stored.startsWith("v1."), stored);
            assertEquals(Optional.of(tenant.connection()), opened.stores().connections().find(tenant.id(), tenant.connection().id()));
            assertEquals(Optional.of(tenant.agent()), opened.stores().agents().find(tenant.id(), tenant.agent().id()));
        }
    }

    @Test
    void a_ciphertext_that_was_moved_to_another_row_does_not_open() {
        try (Opened opened = Opened.on(PersistenceConfig.embedded(dataDir))) {
            Tenant mine = store(opened);
            String stolen = opened.tables().read("SELECT credentials FROM connection").getFirst();
            var other = new Samples(new SequentialIds(), opened.persistence().clock()).connection(mine.id());
            opened.stores().connections().insert(new Moved(other).connection());
            opened.tables().run(List.of("UPDATE connection SET credentials = '" + stolen + "'"));
            assertEquals(Optional.of(mine.connection()), opened.stores().connections().find(mine.id(), mine.connection().id()));
            assertThrows(
                    IllegalStateException.class,
                    () -> opened.stores().connections().find(mine.id(), new Moved(other).connection().id()));
        }
    }

    private static Tenant store(Opened opened) {
        Tenant tenant = new Samples(new SequentialIds(), opened.persistence().clock()).tenant();
        opened.stores().insert(tenant);
        return tenant;
    }

    private PersistenceConfig withKey(String key) {
        return new PersistenceConfig(dataDir, Optional.empty(), "", new Secret(""), Optional.of(new Secret(key)), 6);
    }

    private static void assertRefused(Why why, PersistenceConfig config) {
        var refused = assertThrows(PersistenceRefused.class, () -> Persistence.open(config, new SecureRandom()));
        assertEquals(why, refused.why());
    }

    /** The same connection under an id that no sample has. */
    private record Moved(Connection original) {

        Connection connection() {
            return new Connection(
                    new ConnectionId(new UUID(7, 7)),
                    original.organization(),
                    original.provider(),
                    original.name(),
                    original.accountKey(),
                    original.credentials(),
                    original.settings(),
                    original.version(),
                    original.createdAt(),
                    original.updatedAt());
        }
    }
}
