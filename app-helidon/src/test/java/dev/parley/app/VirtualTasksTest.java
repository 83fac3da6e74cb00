package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VirtualTasksTest {

    private final VirtualTasks tasks = new VirtualTasks();

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void a_task_runs_beside_the_caller_on_a_thread_that_may_block() throws Exception {
        var ran = new CompletableFuture<Thread>();
        var goOn = new CountDownLatch(1);
        tasks.run(() -> {
            await(goOn);
            ran.complete(Thread.currentThread());
        });
        assertFalse(ran.isDone());
        goOn.countDown();
        assertTrue(ran.get(5, TimeUnit.SECONDS).isVirtual());
    }

    @Test
    void a_task_can_wait_its_time_without_holding_up_another() throws Exception {
        var order = new LinkedBlockingQueue<String>();
        tasks.runAfter(Duration.ofMillis(80), () -> order.add("late"));
        tasks.runAfter(Duration.ZERO, () -> await(new CountDownLatch(1)));
        tasks.runAfter(Duration.ofMillis(1), () -> order.add("soon"));
        assertEquals("soon", order.poll(5, TimeUnit.SECONDS));
        assertEquals("late", order.poll(5, TimeUnit.SECONDS));
    }

    @Test
    void what_was_to_run_later_is_forgotten_at_the_end() throws Exception {
        var ran = new CountDownLatch(1);
        tasks.runAfter(Duration.ofMillis(50), ran::countDown);
        tasks.close();
        tasks.runAfter(Duration.ZERO, ran::countDown);
        assertFalse(ran.await(120, TimeUnit.MILLISECONDS));
    }

    @Test
    void a_task_that_fails_is_logged_once_and_harms_no_other() throws Exception {
        List<LogRecord> logged = new ArrayList<>();
        var seen = new CountDownLatch(1);
        var logger = Logger.getLogger(VirtualTasks.class.getName());
        Handler handler = handler(logged, seen);
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            tasks.run(() -> {
                throw new IllegalStateException("a planted fault");
            });
            assertTrue(seen.await(5, TimeUnit.SECONDS));
            var next = new CountDownLatch(1);
            tasks.run(next::countDown);
            assertTrue(next.await(5, TimeUnit.SECONDS));
            assertEquals(List.of("a planted fault"), logged.stream().map(r -> r.getThrown().getMessage()).toList());
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
    }

    @Test
    void what_takes_too_long_is_not_waited_for() {
        var never = new CountDownLatch(1);
        assertEquals(Optional.empty(), tasks.within(Duration.ofMillis(50), () -> {
            await(never);
            return "late";
        }));
        never.countDown();
        assertEquals(Optional.of("in time"), tasks.within(Duration.ofSeconds(5), () -> "in time"));
    }

    @Test
    void what_is_thrown_in_time_is_thrown_to_who_waits() {
        var thrown = assertThrows(IllegalStateException.class, () -> tasks.within(Duration.ofSeconds(5), () -> {
            throw new IllegalStateException("a planted fault");
        }));
        assertEquals("a planted fault", thrown.getMessage());
    }

    @Test
    void who_waits_for_something_goes_on_when_it_has_happened_or_the_time_is_over() {
        var happens = new CompletableFuture<Void>();
        assertFalse(tasks.await(happens, Duration.ofMillis(50)));
        tasks.runAfter(Duration.ofMillis(50), () -> happens.complete(null));
        assertTrue(tasks.await(happens, Duration.ofSeconds(5)));
        assertFalse(tasks.await(CompletableFuture.failedFuture(new IllegalStateException()), Duration.ofSeconds(5)));
    }

    private static Handler handler(List<LogRecord> logged, CountDownLatch seen) {
        return new Handler() {
            @Override
            public void publish(LogRecord published) {
                logged.add(published);
                seen.countDown();
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
