package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.organization.Organization;
import dev.parley.testkit.fake.SequentialIds;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Berlin has no 02:30 on that Sunday in March, but the world has. */
final class MomentTest {

    private static final Instant SKIPPED_IN_BERLIN = Instant.parse("2026-03-29T02:30:00.123456Z");

    @TempDir
    private Path dataDir;

    private final TimeZone usual = TimeZone.getDefault();

    @BeforeEach
    void move_to_berlin() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    }

    @AfterEach
    void move_back() {
        TimeZone.setDefault(usual);
    }

    @Test
    void h2_keeps_a_moment_that_the_own_time_zone_does_not_have() {
        assertKept(PersistenceConfig.embedded(dataDir));
    }

    @Test
    void mariadb_keeps_a_moment_that_the_own_time_zone_does_not_have() {
        assertKept(MariaDb.server().database("moments", dataDir));
    }

    private static void assertKept(PersistenceConfig config) {
        try (Opened opened = Opened.on(config)) {
            var organization = new Organization(
                    new OrganizationId(new SequentialIds().next()),
                    "Berlin",
                    Organization.Status.ACTIVE,
                    SKIPPED_IN_BERLIN);
            opened.stores().organizations().insert(organization);
            assertEquals(Optional.of(organization), opened.stores().organizations().find(organization.id()));
            String stored = opened.tables().read("SELECT CAST(created_at AS CHAR(26)) FROM organization").getFirst();
            assertEquals("2026-03-29 02:30:00.123456", stored.substring(0, 26));
        }
    }
}
