package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IdempotencyKeepingTest {

    private static final OrganizationId ORGANIZATION = new OrganizationId(new UUID(0, 1));

    @TempDir
    private Path dataDir;

    @Test
    void only_what_is_older_than_seven_days_is_forgotten() {
        try (Opened opened = Opened.on(PersistenceConfig.embedded(dataDir))) {
            begin(opened, "old");
            opened.tables().pass(Duration.ofDays(6));
            begin(opened, "young");
            opened.tables().pass(Duration.ofDays(1).plusSeconds(1));
            new JdbcIdempotencyStore(opened.persistence().database()).forgetOld();
            assertEquals(List.of("young"), opened.tables().read("SELECT idem_key FROM idempotency"));
        }
    }

    private static void begin(Opened opened, String key) {
        opened.stores().idempotency().begin(ORGANIZATION, key, "fingerprint", new MessageId(new UUID(0, 2)));
    }
}
