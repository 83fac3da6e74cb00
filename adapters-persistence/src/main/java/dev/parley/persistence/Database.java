package dev.parley.persistence;

import dev.parley.ports.out.StoreUnavailable;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Runs transactions and reads, and begins them anew when they met another or lost their connection: every step is written so that
 * it may be repeated, since a commit whose connection broke may have happened. Thread-safe.
 */
final class Database implements AutoCloseable {

    private static final int MOST_TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final int WAITING_PER_CONNECTION = 2;
    private static final int LANES = 2;

    private final Dialect dialect;
    private final Clients clients;
    private final RandomGenerator random;
    private final Semaphore turns;
    private final Workers workers;
    private final AtomicBoolean isShut;

    /** H2 was seen to come back from a kill with an index that lacked a row when several transactions committed at once. */
    private final ReentrantLock oneWriter;

    private final Runnable changed;

    Database(Dialect dialect, Clients clients, RandomGenerator random) {
        this.dialect = dialect;
        this.clients = clients;
        this.random = random;
        turns = new Semaphore(WAITING_PER_CONNECTION * clients.connections(), true);
        workers = new Workers(clients.connections());
        oneWriter = new ReentrantLock();
        isShut = new AtomicBoolean();
        changed = () -> {};
    }

    private Database(Database same, Runnable changed) {
        dialect = same.dialect;
        clients = same.clients;
        random = same.random;
        turns = same.turns;
        workers = same.workers;
        oneWriter = same.oneWriter;
        isShut = same.isShut;
        this.changed = changed;
    }

    /** The same database, for what others remember: they are told whenever it may have been changed this way. */
    Database telling(Runnable changed) {
        return new Database(this, changed);
    }

    /**
     * Reads; each statement sees what is committed when it begins.
     *
     * @throws StoreUnavailable when the database is away or too busy
     */
    <T> T read(String step, Function<Session, T> query) {
        return persistently(step, () -> query.apply(new Session(clients.single().execute(), dialect)));
    }

    /**
     * Runs a transaction; what it did is durable when this returns.
     *
     * @throws StoreUnavailable when the database is away or too busy; it may then have been done all the same
     */
    <T> T write(String step, Function<Session, T> transaction) {
        try {
            return persistently(step, () -> inOrder(() -> transact(transaction)));
        } finally {
            changed.run();
        }
    }

    /**
     * Runs statements each of which is a transaction of its own, and saves the round trip of a commit; what they did is durable
     * when this returns.
     *
     * @throws StoreUnavailable when the database is away or too busy; it may then have been done all the same
     */
    <T> T change(String step, Function<Session, T> statements) {
        try {
            return persistently(step, () -> inOrder(() -> statements.apply(new Session(clients.single().execute(), dialect))));
        } finally {
            changed.run();
        }
    }

    /**
     * Runs a transaction once, whatever it meets.
     *
     * @throws StoreUnavailable when the database is away or too busy; it may then have been done all the same
     * @throws DbClientException when it met another or broke a rule; then nothing of it was done, unless its connection was lost
     */
    <T> T once(String step, Function<Session, T> transaction) {
        try {
            return inTurn(step, () -> inOrder(() -> transact(transaction)));
        } catch (NoConnection e) {
            throw Failures.unavailable(step, e.reason());
        }
    }

    /** Has something run that uses this database, by a thread that waits for nobody. */
    void start(Runnable work) {
        workers.start(work);
    }

    /** How many transactions it can do at the same time with profit. */
    int lanes() {
        return dialect == Dialect.H2 ? 1 : LANES;
    }

    @Override
    public void close() {
        workers.close();
    }

    /** From now on nobody gets in: it is away, or not yet what we need. */
    void shut() {
        isShut.set(true);
    }

    /** From now on everybody gets in. */
    void admit() {
        isShut.set(false);
    }

    Dialect dialect() {
        return dialect;
    }

    boolean isShut() {
        return isShut.get();
    }

    private <T> T inOrder(Supplier<T> work) {
        return dialect == Dialect.H2 ? alone(work) : work.get();
    }

    private <T> T alone(Supplier<T> work) {
        oneWriter.lock();
        try {
            return work.get();
        } finally {
            oneWriter.unlock();
        }
    }

    private <T> T transact(Function<Session, T> transaction) {
        return Transactions.run(clients.transactions(), dialect, transaction);
    }

    private <T> T persistently(String step, Supplier<T> work) {
        if (isShut.get()) {
            throw Failures.shut(step);
        }
        for (int tries = 1;; tries++) {
            try {
                return inTurn(step, work);
            } catch (NoConnection e) {
                throw Failures.unavailable(step, e.reason());
            } catch (DbClientException e) {
                SQLException reason = Failures.sqlException(e).orElseThrow(() -> e);
                giveUpOn(step, reason, tries);
                pause(step, tries);
            }
        }
    }

    private void giveUpOn(String step, SQLException reason, int tries) {
        boolean isTransient = dialect.isWorthRetrying(reason);
        if (dialect.isAway(reason) || (isTransient && tries >= MOST_TRIES)) {
            throw Failures.unavailable(step, reason);
        }
        if (!isTransient) {
            throw Failures.bug(step, reason);
        }
    }

    private <T> T inTurn(String step, Supplier<T> work) {
        try {
            if (!turns.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Failures.overloaded(step);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable(step + " was interrupted", e);
        }
        try {
            return dialect == Dialect.MYSQL ? workers.run(work) : work.get();
        } finally {
            turns.release();
        }
    }

    private void pause(String step, int tries) {
        long longest = FIRST_PAUSE.toMillis() << tries;
        try {
            Thread.sleep(random.nextLong(longest / 2, longest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable(step + " was interrupted", e);
        }
    }

    /**
     * Ways to the database.
     *
     * @param single for statements that each are a transaction
     * @param transactions for several that are one
     * @param connections how many there are at most
     */
    record Clients(DbClient single, DbClient transactions, int connections) {}
}
