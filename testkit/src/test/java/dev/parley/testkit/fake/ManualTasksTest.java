package dev.parley.testkit.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ManualTasksTest {

    private final MutableClock clock = new MutableClock();
    private final ManualTasks tasks = new ManualTasks(clock);
    private final List<String> ran = new ArrayList<>();

    @Test
    void nothing_runs_by_itself() {
        tasks.run(() -> ran.add("now"));
        assertEquals(List.of(), ran);
        assertEquals(1, tasks.waiting());
    }

    @Test
    void what_is_due_runs_in_the_order_in_which_it_was_handed_in() {
        tasks.run(() -> ran.add("first"));
        tasks.runAfter(Duration.ofSeconds(1), () -> ran.add("later"));
        tasks.run(() -> ran.add("second"));
        assertEquals(2, tasks.runDue());
        assertEquals(List.of("first", "second"), ran);
        assertEquals(1, tasks.waiting());
    }

    @Test
    void what_a_task_hands_in_runs_too() {
        tasks.run(() -> tasks.run(() -> ran.add("inner")));
        assertEquals(2, tasks.runDue());
        assertEquals(List.of("inner"), ran);
    }

    @Test
    void as_time_passes_each_task_runs_at_its_own_time() {
        var start = clock.instant();
        tasks.runAfter(Duration.ofSeconds(5), () -> ran.add("five at " + Duration.between(start, clock.instant()).toSeconds()));
        tasks.runAfter(Duration.ofSeconds(2), () -> {
            ran.add("two at " + Duration.between(start, clock.instant()).toSeconds());
            tasks.runAfter(Duration.ofSeconds(1), () -> ran.add("three at " + Duration.between(start, clock.instant()).toSeconds()));
        });
        assertEquals(2, tasks.advance(Duration.ofSeconds(4)));
        assertEquals(List.of("two at 2", "three at 3"), ran);
        assertEquals(start.plusSeconds(4), clock.instant());
        assertEquals(1, tasks.advance(Duration.ofSeconds(1)));
    }

    @Test
    void what_was_due_while_the_clock_was_moved_runs_now() {
        tasks.runAfter(Duration.ofSeconds(5), () -> ran.add("overdue"));
        clock.passTime(Duration.ofSeconds(10));
        assertEquals(1, tasks.runDue());
        var now = clock.instant();
        assertEquals(0, tasks.advance(Duration.ZERO));
        assertEquals(now, clock.instant());
    }
}
