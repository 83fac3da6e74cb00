package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.persistence.PersistenceRefused.Why;
import dev.parley.ports.Secret;
import dev.parley.ports.out.Intake;
import dev.parley.ports.work.WorkKind;
import dev.parley.testkit.fake.SequentialIds;
import dev.parley.testkit.sample.Samples;
import dev.parley.testkit.sample.Tenant;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartTest {

    @TempDir
    private Path dataDir;

    @Test
    void due_work_that_its_index_lost_is_found_again() {
        try (Opened opened = Opened.on(PersistenceConfig.embedded(dataDir))) {
            var samples = new Samples(new SequentialIds(), opened.persistence().clock());
            Tenant tenant = samples.tenant();
            opened.stores().insert(tenant);
            opened.stores().inbox().accept(samples.arrival(tenant).to(new Intake.AwaitReply(Duration.ZERO)).arrival());
            opened.tables().run(List.of("DROP INDEX work_due"));
        }
        try (Opened opened = Opened.on(PersistenceConfig.embedded(dataDir))) {
            assertEquals(1, opened.tables().read("SELECT 1 FROM information_schema.indexes WHERE index_name = 'work_due'").size());
            assertEquals(1, opened.stores().work().claimDue(WorkKind.REPLY, 10).size());
        }
    }

    @Test
    void h2_writes_each_commit_at_once() {
        try (Opened opened = Opened.on(PersistenceConfig.embedded(dataDir))) {
            assertEquals(
                    List.of("0"),
                    opened.tables().read("SELECT setting_value FROM information_schema.settings WHERE setting_name = 'WRITE_DELAY'"));
        }
    }

    @Test
    void a_server_that_may_lose_what_it_acknowledged_is_warned_of() {
        PersistenceConfig config = MariaDb.server().database("careless", dataDir);
        assertEquals(List.of(), warnings(config));
        set(config, 2);
        try {
            List<String> warnings = warnings(config);
            assertEquals(1, warnings.size(), warnings::toString);
            assertTrue(warnings.getFirst().contains("innodb_flush_log_at_trx_commit = 2"), warnings::toString);
        } finally {
            set(config, 1);
        }
    }

    @Test
    void every_connection_reads_what_is_committed_and_waits_three_seconds_at_most() {
        PersistenceConfig config = MariaDb.server().database("settings", dataDir);
        try (Connected connected = Connected.to(new Pools(Dialect.MYSQL, config.url().orElseThrow(), config), new SecureRandom())) {
            var settings = Sql.of(
                    "test.settings",
                    "SELECT CONCAT(@@tx_isolation, ' ', @@innodb_lock_wait_timeout, ' ', @@time_zone, ' ', @@autocommit + 0) AS found");
            assertEquals("READ-COMMITTED 3 +00:00 1", found(connected.database().read("test", s -> s.on(settings).first(StartTest::text))));
            assertEquals("READ-COMMITTED 3 +00:00 0",
                    found(connected.database().write("test", s -> s.on(settings).first(StartTest::text))));
        }
    }

    @Test
    void a_wrong_password_is_told_from_a_database_that_is_away() {
        Opened.on(PersistenceConfig.embedded(dataDir)).close();
        var config = new PersistenceConfig(
                dataDir,
                Optional.empty(),
                "somebody",
                new Secret("else"),
                Optional.empty(),
                PersistenceConfig.DEFAULT_POOL_SIZE);
        var refused = assertThrows(PersistenceRefused.class, () -> Persistence.open(config, new SecureRandom()));
        assertEquals(Why.ACCESS_DENIED, refused.why());
    }

    @Test
    void another_database_is_refused() {
        var refused = assertThrows(
                PersistenceRefused.class,
                () -> Persistence.open(
                        new PersistenceConfig(
                                dataDir,
                                Optional.of("jdbc:postgresql://127.0.0.1/parley"),
                                "root",
                                new Secret("password-canary"),
                                Optional.empty(),
                                6),
                        new SecureRandom()));
        assertEquals(Why.UNSUPPORTED_URL, refused.why());
        assertFalse(refused.toString().contains("canary"));
    }

    @Test
    void the_clock_goes_by_the_database_and_runs_on_in_between() {
        var config = PersistenceConfig.embedded(dataDir);
        var pools = new Pools(Dialect.H2, "jdbc:h2:file:" + dataDir.toAbsolutePath().resolve("parley"), config);
        try (Connected connected = Connected.to(pools, new SecureRandom())) {
            var nanos = new AtomicLong();
            var clock = new DatabaseClock(connected.database(), nanos::get);
            Instant begin = clock.instant();
            nanos.addAndGet(Duration.ofHours(1).toNanos());
            assertEquals(begin.plus(Duration.ofHours(1)), clock.instant());
            clock.refresh();
            assertTrue(clock.instant().isBefore(begin.plus(Duration.ofMinutes(10))), "the clock does not go by the database");
        }
    }

    private List<String> warnings(PersistenceConfig config) {
        var messages = new ArrayList<String>();
        Logger logger = Logger.getLogger(Durability.class.getName());
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord said) {
                messages.add(said.getMessage());
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        logger.addHandler(listener);
        try {
            Opened.on(config).close();
        } finally {
            logger.removeHandler(listener);
        }
        return messages;
    }

    private static void set(PersistenceConfig config, int flush) {
        try (var tables = new Tables(config, config.url().orElseThrow())) {
            tables.run(List.of("SET GLOBAL innodb_flush_log_at_trx_commit = " + flush));
        }
    }

    private static String text(Row row) {
        return row.text("found");
    }

    private static String found(Optional<String> found) {
        return found.orElseThrow();
    }
}
