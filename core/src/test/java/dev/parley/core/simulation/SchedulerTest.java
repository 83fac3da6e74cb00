package dev.parley.core.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchedulerTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Machine machine = new Machine("machine");

    @Test
    void threads_take_turns_in_an_order_that_the_seed_decides() {
        Set<List<String>> orders = new HashSet<>();
        for (long seed = 1; seed <= 20; seed++) {
            assertEquals(order(seed), order(seed));
            orders.add(order(seed));
        }

        assertEquals(6, orders.size());
    }

    @Test
    void time_passes_when_nobody_has_anything_to_do() {
        var scheduler = new Scheduler(Chance.of(1));
        Instant begin = scheduler.instant();
        List<Duration> woke = new ArrayList<>();
        scheduler.startAfter(SECOND, machine, () -> woke.add(Duration.between(begin, scheduler.instant())));
        scheduler.start(machine, () -> {
            scheduler.sleep(SECOND.multipliedBy(3));
            woke.add(Duration.between(begin, scheduler.instant()));
        });
        scheduler.run(Duration.ofDays(1));

        assertEquals(List.of(SECOND, SECOND.multipliedBy(3)), woke);
        assertEquals(begin.plus(Duration.ofDays(1)), scheduler.instant());
    }

    @Test
    void what_is_waited_for_comes_or_patience_ends() {
        var scheduler = new Scheduler(Chance.of(1));
        var signal = new Signal();
        List<Boolean> came = new ArrayList<>();
        scheduler.start(machine, () -> {
            came.add(scheduler.await(signal, SECOND));
            came.add(scheduler.await(signal, SECOND.multipliedBy(10)));
        });
        scheduler.startAfter(SECOND.multipliedBy(5), machine, signal::give);
        scheduler.run(Duration.ofMinutes(1));

        assertEquals(List.of(false, true), came);
    }

    @Test
    void a_machine_that_stands_still_goes_on_later() {
        var scheduler = new Scheduler(Chance.of(1));
        Instant begin = scheduler.instant();
        List<Duration> woke = new ArrayList<>();
        scheduler.start(machine, () -> {
            scheduler.sleep(SECOND);
            woke.add(Duration.between(begin, scheduler.instant()));
        });
        scheduler.standStill(machine, SECOND.multipliedBy(40));
        scheduler.run(Duration.ofMinutes(1));

        assertEquals(List.of(SECOND.multipliedBy(41)), woke);
    }

    @Test
    void the_threads_of_a_dead_machine_end_where_they_are() {
        var scheduler = new Scheduler(Chance.of(1));
        List<String> did = new ArrayList<>();
        scheduler.start(machine, () -> {
            try {
                scheduler.sleep(SECOND);
                did.add("went on");
            } finally {
                did.add("ended");
            }
        });
        scheduler.run(Duration.ZERO);
        machine.die();
        scheduler.start(machine, () -> did.add("began"));
        scheduler.run(Duration.ofMinutes(1));

        assertEquals(List.of("ended"), did);
        assertEquals(List.of(), scheduler.faults());
    }

    @Test
    void what_a_thread_throws_is_kept() {
        var scheduler = new Scheduler(Chance.of(1));
        scheduler.start(machine, () -> {
            throw new IllegalStateException("a bug");
        });
        scheduler.run(SECOND);

        assertEquals("a bug", scheduler.faults().getFirst().getMessage());
    }

    @Test
    void what_was_to_happen_while_time_jumped_happens_late() {
        var scheduler = new Scheduler(Chance.of(1));
        var signal = new Signal();
        scheduler.startAfter(SECOND, machine, signal::give);
        assertFalse(signal.isGiven());
        scheduler.jump(Duration.ofHours(1));

        assertTrue(signal.isGiven());
    }

    private List<String> order(long seed) {
        var scheduler = new Scheduler(Chance.of(seed));
        List<String> order = new ArrayList<>();
        for (String name : List.of("one", "two", "three")) {
            scheduler.start(machine, () -> {
                scheduler.pause();
                order.add(name);
            });
        }
        scheduler.run(SECOND);
        return order;
    }
}
