package dev.parley.persistence;

import dev.parley.ports.out.StoreUnavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Commits what many ask for in one transaction: whoever comes while others are being written down waits, and goes with all who
 * came meanwhile. Nobody waits for company: who comes alone goes alone, at once. See docs/adr/0020-grouped-commits.md.
 *
 * <p>What does not go well together is done one by one, by those who asked for it, so that nobody suffers from anybody else: a
 * duplicate, a lock that is not given up, a bug. Thread-safe.
 *
 * @param <T> what is asked for
 * @param <R> what comes of it
 */
final class Together<T, R> {

    private static final int MOST = SqlFamily.LARGEST;

    private final Database database;
    private final Step<T, R> step;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Asked<T, R>> queue = new ArrayDeque<>();
    private int busy;

    Together(Database database, Step<T, R> step) {
        this.database = database;
        this.step = step;
    }

    /**
     * Has it done, and waits until it is durable.
     *
     * @throws StoreUnavailable when the database is away or too busy; it may then have been done all the same
     */
    R ask(T wish) {
        var asked = new Asked<T, R>(step.key().apply(wish), wish, new CompletableFuture<>());
        enter(asked);
        return asked.answer().join().get();
    }

    /** How many wait for a transaction to begin. */
    int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    private void enter(Asked<T, R> asked) {
        lock.lock();
        try {
            queue.add(asked);
            if (busy == database.lanes()) {
                return;
            }
            busy++;
        } finally {
            lock.unlock();
        }
        database.start(this::work);
    }

    private void work() {
        for (List<Asked<T, R>> group = next(); !group.isEmpty(); group = next()) {
            perform(group);
        }
    }

    /** Those who waited longest, none of whom wants the same as another. */
    private List<Asked<T, R>> next() {
        lock.lock();
        try {
            var group = new ArrayList<Asked<T, R>>();
            Set<String> keys = new HashSet<>();
            for (Iterator<Asked<T, R>> waiting = queue.iterator(); waiting.hasNext() && group.size() < MOST;) {
                Asked<T, R> first = waiting.next();
                if (keys.add(first.key())) {
                    waiting.remove();
                    group.add(first);
                }
            }
            busy -= group.isEmpty() ? 1 : 0;
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void perform(List<Asked<T, R>> group) {
        // Every group of every node locks in the same order, so that none waits for one that waits for it.
        group.sort(Comparator.comparing(Asked::key));
        try {
            Optional<List<R>> results = database.once(step.name(), tx -> together(tx, group));
            results.ifPresentOrElse(all -> tell(group, all), () -> group.forEach(this::leaveAlone));
        } catch (StoreUnavailable away) {
            group.forEach(asked -> asked.answer().complete(() -> {
                throw away;
            }));
        } catch (RuntimeException | Error oneOfThem) {
            // Whose fault it is, each finds out for himself.
            group.forEach(this::leaveAlone);
        }
    }

    private Optional<List<R>> together(Session tx, List<Asked<T, R>> group) {
        Optional<List<R>> results = step.together().apply(tx, group.stream().map(Asked::wish).toList());
        if (results.isEmpty()) {
            tx.undo();
        }
        return results;
    }

    private static <T, R> void tell(List<Asked<T, R>> group, List<R> results) {
        for (int i = 0; i < group.size(); i++) {
            R result = results.get(i);
            group.get(i).answer().complete(() -> result);
        }
    }

    /** With all the patience that a transaction of his own is given. */
    private void leaveAlone(Asked<T, R> asked) {
        asked.answer().complete(() -> database.write(step.name(), tx -> step.alone().apply(tx, asked.wish())));
    }

    /**
     * A transaction that can be about many.
     *
     * @param name what it is called
     * @param key what nobody else may be doing something about in the same transaction
     * @param together does it for many, in the order of their keys, and answers in that order; empty when they do not go together
     * @param alone does it for one
     */
    record Step<T, R>(String name, Function<T, String> key, Many<T, R> together, One<T, R> alone) {

        /** A step that does one as it does many; what does not even go alone comes to {@code otherwise}. */
        static <T, R> Step<T, R> of(String name, Function<T, String> key, Many<T, R> together, Supplier<R> otherwise) {
            return new Step<>(
                    name,
                    key,
                    together,
                    (tx, wish) -> together.apply(tx, List.of(wish)).map(List::getFirst).orElseGet(otherwise));
        }
    }

    /** Something that is done for many in one transaction. */
    interface Many<T, R> {

        /** Does it, or says by nothing that it cannot be done for all of them. */
        Optional<List<R>> apply(Session tx, List<T> wishes);
    }

    /** Something that is done for one in a transaction. */
    interface One<T, R> {

        /** Does it. */
        R apply(Session tx, T wish);
    }

    /** Somebody who waits to be told where to get what came of it. */
    private record Asked<T, R>(String key, T wish, CompletableFuture<Supplier<R>> answer) {}
}
