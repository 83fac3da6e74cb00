package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.ports.out.StoreUnavailable;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On H2, which has one lane: so it is known who comes while another is under way. */
final class TogetherTest {

    private static final Sql INSERT = Sql.of("test.insert", "INSERT INTO encryption_canary (id, sealed) VALUES (:id, '')");
    private static final Sql COUNT = Sql.of("test.count", "SELECT COUNT(*) AS found FROM encryption_canary WHERE id >= 100");

    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final LinkedBlockingQueue<List<Integer>> groups = new LinkedBlockingQueue<>();
    private final CountDownLatch isUnderWay = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private Connected connected;

    @BeforeEach
    void open(@TempDir Path dataDir) {
        PersistenceConfig config = PersistenceConfig.embedded(dataDir);
        connected = Connected.to(new Pools(Dialect.H2, "jdbc:h2:file:" + dataDir.resolve("together"), config), new SecureRandom());
    }

    @AfterEach
    void close() {
        people.close();
        connected.close();
    }

    @Test
    void who_comes_alone_goes_alone() throws InterruptedException {
        assertEquals(101, step(_ -> true).ask(1));
        assertEquals(List.of(1), groups.poll(5, TimeUnit.SECONDS));
    }

    @Test
    void who_comes_while_others_are_written_down_goes_with_all_who_came_meanwhile() throws InterruptedException {
        assertEquals(List.of(101, 102, 103, 104), askWhileBusy(step(_ -> true), List.of(1, 2, 3, 4)));
        assertEquals(List.of(0), groups.poll());
        assertEquals(List.of(1, 2, 3, 4), groups.poll().stream().sorted().toList());
        assertEquals(5, stored());
    }

    @Test
    void no_two_of_one_key_are_in_one_group() throws InterruptedException {
        askWhileBusy(step(_ -> true), List.of(11, 21, 31));
        assertEquals(List.of(1, 1, 1, 1), groups.stream().map(List::size).toList());
    }

    @Test
    void what_does_not_go_together_is_undone_and_goes_one_by_one() throws InterruptedException {
        assertEquals(List.of(101, 102, 103), askWhileBusy(step(group -> group.size() == 1), List.of(1, 2, 3)));
        assertEquals(4, stored());
    }

    @Test
    void who_asks_for_what_cannot_be_done_is_the_only_one_to_hear_of_it() throws InterruptedException {
        Together<Integer, Integer> step = step(group -> {
            if (group.contains(2)) {
                throw new IllegalStateException("a bug");
            }
            return true;
        });
        List<CompletableFuture<Integer>> answers = beginWhileBusy(step, List.of(1, 2, 3));
        assertEquals(101, answers.get(0).join());
        var told = assertThrows(CompletionException.class, answers.get(1)::join);
        assertEquals("java.lang.IllegalStateException: a bug", told.getMessage());
        assertEquals(103, answers.get(2).join());
        assertEquals(3, stored());
    }

    @Test
    void a_database_that_is_away_is_told_to_everybody() {
        Together<Integer, Integer> step = step(_ -> true);
        connected.readers().close();
        connected.writers().close();
        assertThrows(StoreUnavailable.class, () -> step.ask(1));
    }

    private List<Integer> askWhileBusy(Together<Integer, Integer> step, List<Integer> wishes) throws InterruptedException {
        return beginWhileBusy(step, wishes).stream().map(CompletableFuture::join).toList();
    }

    /** Lets the first group, which is about 0, end only when all the others wait. */
    private List<CompletableFuture<Integer>> beginWhileBusy(Together<Integer, Integer> step, List<Integer> wishes)
            throws InterruptedException {
        var first = CompletableFuture.supplyAsync(() -> step.ask(0), people);
        isUnderWay.await();
        List<CompletableFuture<Integer>> answers =
                wishes.stream().map(wish -> CompletableFuture.supplyAsync(() -> step.ask(wish), people)).toList();
        while (step.waiting() < wishes.size()) {
            Thread.onSpinWait();
        }
        mayEnd.countDown();
        first.join();
        return answers;
    }

    /** Stores numbers, whose keys are their last digits. */
    private Together<Integer, Integer> step(Predicate<List<Integer>> goesTogether) {
        return new Together<>(
                connected.database(),
                new Together.Step<>(
                        "test",
                        wish -> String.valueOf(wish % 10),
                        (tx, group) -> {
                            groups.add(group);
                            await(group);
                            group.forEach(wish -> tx.on(INSERT).set("id", 100 + wish).run());
                            return goesTogether.test(group) ? Optional.of(group.stream().map(w -> 100 + w).toList()) : Optional.empty();
                        },
                        (tx, wish) -> {
                            tx.on(INSERT).set("id", 100 + wish).run();
                            return 100 + (goesTogether.test(List.of(wish)) ? wish : -wish);
                        }));
    }

    private void await(List<Integer> group) {
        if (!group.contains(0)) {
            return;
        }
        isUnderWay.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private long stored() {
        return connected.database().read("count", session -> session.on(COUNT).first(row -> row.number("found"))).orElse(0L);
    }
}
