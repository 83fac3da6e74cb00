package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.out.StoreUnavailable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RetryTest {

    private static final Sql LOCK = Sql.of("test.lock", "SELECT id FROM encryption_canary WHERE id = :id FOR UPDATE");
    private static final Sql INSERT = Sql.of("test.insert", "INSERT INTO encryption_canary (id, sealed) VALUES (:id, :sealed)");
    private static final Sql COUNT = Sql.of("test.count", "SELECT COUNT(*) AS found FROM encryption_canary WHERE id = :id");

    private static final Sql ORGANIZATION = Sql.of("test.organization", """
            INSERT INTO organization (id, name, status, created_at) VALUES (:org, 'Retries', 'active', {now})""");
    private static final Sql KEY = Sql.of("test.key", """
            INSERT INTO api_key (org_id, id, name, sha256, scopes, created_at) VALUES (:org, :org, 'key', 'hash', 'admin', {now})""");
    private static final Sql REMOVE_KEY = Sql.of("test.removeKey", "DELETE FROM api_key WHERE org_id = :org");
    private static final Sql REMOVE_ORGANIZATION = Sql.of("test.removeOrganization", "DELETE FROM organization WHERE id = :org");

    private Connected connected;

    @BeforeAll
    void connect(@TempDir Path dataDir) {
        PersistenceConfig config = MariaDb.server().database("retries", dataDir);
        connected = Connected.to(new Pools(Dialect.MYSQL, config.url().orElseThrow(), config), new SecureRandom());
        for (int id = 10; id < 14; id++) {
            insert(connected.database(), id, "a row to lock");
        }
    }

    @AfterAll
    void close() {
        connected.close();
    }

    @Test
    void two_that_lock_each_other_both_get_done() throws Exception {
        var meeting = new CyclicBarrier(2);
        var tries = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Boolean> one = threads.submit(() -> lockBoth(10, 11, meeting, tries));
            Future<Boolean> other = threads.submit(() -> lockBoth(11, 10, meeting, tries));
            assertTrue(one.get(20, TimeUnit.SECONDS) && other.get(20, TimeUnit.SECONDS));
        }
        assertEquals(3, tries.get(), "one of the two has to begin anew");
    }

    @Test
    void a_lock_that_is_never_given_up_ends_as_unavailable() throws Exception {
        var isLocked = new CountDownLatch(1);
        var isOver = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<Boolean> holder = threads.submit(() -> connected.database().write("hold", tx -> {
                lock(tx, 12);
                isLocked.countDown();
                return await(isOver);
            }));
            isLocked.await();
            var impatient = Sql.of("test.patience", "SET SESSION innodb_lock_wait_timeout = 0");
            assertThrows(StoreUnavailable.class, () -> connected.database().write("wait", tx -> {
                tx.on(impatient).run();
                return lock(tx, 12);
            }));
            isOver.countDown();
            assertTrue(holder.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void a_removal_that_meets_what_refers_to_its_row_is_begun_anew() {
        UUID organization = new UUID(0, 1);
        connected.database().write("keep", tx -> {
            tx.on(ORGANIZATION).set("org", organization).run();
            return tx.on(KEY).set("org", organization).run();
        });
        var tries = new AtomicInteger();
        boolean isRemoved = connected.database().write("remove", tx -> {
            if (tries.getAndIncrement() > 0) {
                tx.on(REMOVE_KEY).set("org", organization).run();
            }
            return tx.on(REMOVE_ORGANIZATION).set("org", organization).changes();
        });
        assertTrue(isRemoved);
        assertEquals(2, tries.get());
    }

    @Test
    void what_refers_to_a_row_that_is_gone_ends_as_unavailable() {
        UUID gone = new UUID(0, 2);
        assertThrows(StoreUnavailable.class, () -> connected.database().write("refer", tx -> tx.on(KEY).set("org", gone).run()));
    }

    @Test
    void a_step_that_throws_leaves_nothing_behind() {
        assertThrows(ArithmeticException.class, () -> connected.database().write("throw", tx -> {
            tx.on(INSERT).set("id", 50).set("sealed", "gone").run();
            throw new ArithmeticException("a bug");
        }));
        assertEquals(0, count(50));
    }

    @Test
    void a_step_that_is_undone_leaves_nothing_behind_and_has_its_result() {
        String result = connected.database().write("undo", tx -> {
            tx.on(INSERT).set("id", 51).set("sealed", "gone").run();
            tx.undo();
            return "undone";
        });
        assertEquals("undone", result);
        assertEquals(0, count(51));
    }

    @Test
    void an_error_says_nothing_of_what_was_stored() {
        String secret = "canary-" + "x".repeat(30_000_000);
        var error = assertThrows(RuntimeException.class, () -> insert(connected.database(), 52, secret));
        assertFalse(printed(error).contains("canary-x"));
        insert(connected.database(), 987_654, "first");
        Sql twice = Sql.of("test.twice", "INSERT INTO encryption_canary (id, sealed) VALUES (:id, CONCAT('canary-x', :id))");
        var duplicate = assertThrows(
                IllegalStateException.class,
                () -> connected.database().write("twice", tx -> tx.on(twice).set("id", 987_654).run()));
        assertFalse(printed(duplicate).contains("987654"), printed(duplicate));
        assertTrue(printed(duplicate).contains("1062"), printed(duplicate));
    }

    @Test
    void those_who_come_when_too_many_wait_are_sent_away() throws Exception {
        int turns = 2 * MariaDb.POOL;
        var isOver = new CountDownLatch(1);
        var begun = new CountDownLatch(MariaDb.POOL - MariaDb.POOL / 3);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < turns; i++) {
                var _ = threads.submit(() -> connected.database().write("occupy", tx -> {
                    count(tx, 10);
                    begun.countDown();
                    return await(isOver);
                }));
            }
            begun.await();
            var sentAway = assertThrows(StoreUnavailable.class, () -> connected.database().write("late", tx -> count(tx, 10)));
            assertInstanceOf(SQLException.class, sentAway.getCause());
            isOver.countDown();
        }
    }

    private boolean lockBoth(int first, int second, CyclicBarrier meeting, AtomicInteger tries) {
        var isFirstTry = new AtomicInteger();
        return connected.database().write("lockBoth", tx -> {
            tries.incrementAndGet();
            lock(tx, first);
            if (isFirstTry.getAndIncrement() == 0) {
                meet(meeting);
            }
            return lock(tx, second);
        });
    }

    private static void meet(CyclicBarrier meeting) {
        try {
            meeting.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean lock(Session tx, int id) {
        return tx.on(LOCK).set("id", id).exists();
    }

    private static void insert(Database database, int id, String sealed) {
        database.write("insert", tx -> tx.on(INSERT).set("id", id).set("sealed", sealed).run());
    }

    private int count(int id) {
        return connected.database().read("count", session -> count(session, id));
    }

    private static int count(Session session, int id) {
        return session.on(COUNT).set("id", id).first(row -> row.integer("found")).orElseThrow();
    }

    private static String printed(Throwable error) {
        var text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

}
