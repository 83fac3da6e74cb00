package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.testkit.fake.SequentialIds;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationTest {

    private static final String HISTORY = "SELECT CONCAT(version, ' ', checksum, ' ', installed_on) FROM flyway_schema_history"
            + " WHERE version IS NOT NULL ORDER BY version";

    @TempDir
    private Path dataDir;

    @Test
    void a_second_start_on_h2_changes_nothing() {
        assertSecondStartChangesNothing(PersistenceConfig.embedded(dataDir));
    }

    @Test
    void a_second_start_on_mariadb_changes_nothing() {
        assertSecondStartChangesNothing(MariaDb.server().database("migrations", dataDir));
    }

    @Test
    void both_databases_have_the_same_migrations() {
        String versions = HISTORY.replace(", ' ', installed_on", "");
        try (Opened h2 = Opened.on(PersistenceConfig.embedded(dataDir));
                Opened mariaDb = Opened.on(MariaDb.server().database("migrations", dataDir))) {
            List<String> found = h2.tables().read(versions);
            assertEquals(found, mariaDb.tables().read(versions));
            assertTrue(found.size() >= 3, found::toString);
        }
    }

    @Test
    void the_newest_migration_is_the_one_that_a_start_looks_for() {
        try (Opened opened = Opened.on(PersistenceConfig.embedded(dataDir))) {
            assertEquals(
                    List.of(Migrations.NEWEST),
                    opened.tables().read("SELECT version FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1"));
        }
    }

    @Test
    void what_was_migrated_is_what_the_migrations_say() {
        var pools = new Pools(Dialect.H2, "jdbc:h2:file:" + dataDir.resolve("parley"), PersistenceConfig.embedded(dataDir));
        try (Connected connected = Connected.to(pools, new SecureRandom())) {
            assertDoesNotThrow(new Migrations(Dialect.H2, connected.writers().source())::migrate);
        }
    }

    private static void assertSecondStartChangesNothing(PersistenceConfig config) {
        List<String> history;
        Tenant tenant;
        try (Opened first = Opened.on(config)) {
            history = first.tables().read(HISTORY);
            tenant = new Samples(new SequentialIds(), first.persistence().clock()).tenant();
            first.stores().insert(tenant);
        }
        try (Opened second = Opened.on(config)) {
            assertEquals(history, second.tables().read(HISTORY));
            assertEquals(Optional.of(tenant.number()), second.stores().numbers().find(tenant.id(), tenant.number().id()));
        }
    }
}
