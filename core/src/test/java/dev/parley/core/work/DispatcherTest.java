package dev.parley.core.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.out.WorkQueue;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.ports.work.WorkKind;
import dev.parley.testkit.fake.ManualTasks;
import dev.parley.testkit.fake.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private static final WorkKey KEY = new WorkKey(new OrganizationId(new UUID(0, 1)), WorkKind.SEND, new UUID(0, 2));

    private final ManualTasks tasks = new ManualTasks(new MutableClock());
    private final OneJob work = new OneJob();
    private final Dispatcher dispatcher = new Dispatcher(work, tasks);
    private final List<Claim> done = new ArrayList<>();

    @Test
    void work_that_is_due_is_found_without_anybody_saying_so() {
        dispatcher.start(Map.of(WorkKind.SEND, done::add));
        tasks.runDue();
        assertEquals(List.of(), done);

        work.isDue = true;
        tasks.advance(Duration.ofSeconds(1));
        assertEquals(1, done.size());
    }

    @Test
    void work_is_done_when_it_is_said_to_be_due_and_not_before() {
        dispatcher.start(Map.of(WorkKind.SEND, done::add));
        tasks.runDue();
        work.hidden = true;
        work.isDue = true;
        dispatcher.wake(KEY, Duration.ofMillis(300));
        tasks.advance(Duration.ofMillis(299));
        assertEquals(List.of(), done);

        tasks.advance(Duration.ofMillis(1));
        assertEquals(1, done.size());
    }

    @Test
    void nothing_is_taken_before_the_start_or_after_the_stop() throws InterruptedException {
        work.isDue = true;
        dispatcher.wake(KEY, Duration.ZERO);
        tasks.runDue();
        dispatcher.start(Map.of(WorkKind.SEND, done::add));
        assertTrue(dispatcher.stop(Duration.ofMillis(1)));
        dispatcher.wake(KEY, Duration.ZERO);
        tasks.advance(Duration.ofMinutes(1));

        assertEquals(List.of(), done);
    }

    @Test
    void what_fails_is_given_back_and_the_polling_goes_on() {
        dispatcher.start(Map.of(WorkKind.SEND, claim -> {
            done.add(claim);
            throw new IllegalStateException("poison");
        }));
        work.isDue = true;
        tasks.advance(Duration.ofSeconds(2));

        assertEquals(1, done.size());
        assertEquals(List.of(Duration.ofSeconds(1)), work.failed);
        work.isDue = true;
        tasks.advance(Duration.ofSeconds(2));
        assertEquals(2, done.size());
    }

    @Test
    void a_database_that_is_away_does_not_end_the_polling() {
        dispatcher.start(Map.of(WorkKind.SEND, done::add));
        work.away = true;
        dispatcher.wake(KEY, Duration.ZERO);
        tasks.advance(Duration.ofSeconds(3));
        work.away = false;
        work.isDue = true;
        tasks.advance(Duration.ofSeconds(1));

        assertEquals(1, done.size());
    }

    @Test
    void work_that_fails_for_want_of_the_database_waits_for_its_lease_to_end() {
        dispatcher.start(Map.of(WorkKind.SEND, claim -> {
            work.away = true;
            throw new StoreUnavailable("away", new IllegalStateException());
        }));
        work.isDue = true;
        tasks.advance(Duration.ofSeconds(2));

        assertEquals(List.of(), work.postponed);
    }

    @Test
    void work_that_waited_for_the_database_often_is_tried_again_soon_all_the_same() {
        dispatcher.start(Map.of(WorkKind.SEND, claim -> {
            done.add(claim);
            throw new StoreUnavailable("away for this step alone", new IllegalStateException());
        }));
        work.attempts = 40;
        work.isDue = true;
        tasks.advance(Duration.ofSeconds(2));

        assertEquals(List.of(Duration.ofSeconds(2)), work.postponed);
    }

    @Test
    void a_claim_is_renewed_as_long_as_its_work_takes_and_no_longer() {
        dispatcher.start(Map.of(WorkKind.SEND, _ -> tasks.advance(Claim.HEARTBEAT.multipliedBy(3).plusSeconds(5))));
        work.isDue = true;
        tasks.advance(Duration.ofMinutes(10));

        assertEquals(3, work.renewed);
    }

    @Test
    void a_claim_that_was_lost_is_not_renewed_again() {
        dispatcher.start(Map.of(WorkKind.SEND, _ -> tasks.advance(Claim.HEARTBEAT.multipliedBy(3).plusSeconds(5))));
        work.isDue = true;
        work.isLost = true;
        tasks.advance(Duration.ofMinutes(10));

        assertEquals(1, work.renewed);
    }

    @Test
    void a_stop_says_when_something_is_still_being_done() throws InterruptedException {
        var inTime = new ArrayList<Boolean>();
        dispatcher.start(Map.of(WorkKind.SEND, _ -> {
            try {
                inTime.add(dispatcher.stop(Duration.ofMillis(1)));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        work.isDue = true;
        tasks.advance(Duration.ofSeconds(1));

        assertEquals(List.of(false), inTime);
        assertFalse(work.isDue);
        assertEquals(List.of(), work.postponed);
    }

    @Test
    void a_stop_waits_for_what_was_handed_on_and_has_not_begun() throws InterruptedException {
        dispatcher.hand(new Claim(KEY, 1, 0), done::add);
        assertFalse(dispatcher.stop(Duration.ofMillis(1)));
        assertEquals(List.of(), done);
    }

    @Test
    void what_cannot_be_finished_in_time_is_given_back_at_once() {
        var lane = new Claim(new WorkKey(KEY.organization(), WorkKind.REPLY, new UUID(0, 3)), 1, 0);
        dispatcher.hand(lane, _ -> {
            try {
                assertFalse(dispatcher.stop(Duration.ofMillis(1)));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        tasks.runDue();
        assertEquals(List.of(Duration.ZERO), work.postponed);
    }

    @Test
    void what_comes_during_a_pause_is_left_to_other_nodes_at_once() {
        dispatcher.start(Map.of(WorkKind.SEND, done::add));
        dispatcher.pause();
        work.isDue = true;
        dispatcher.hand(new Claim(KEY, 1, 0));
        tasks.advance(Duration.ofMinutes(1));
        assertEquals(List.of(), done);
        assertEquals(List.of(Duration.ZERO), work.postponed);
    }

    /** A queue with one piece of work. */
    private static final class OneJob implements WorkQueue {

        private boolean isDue;
        private boolean hidden;
        private boolean away;
        private boolean isLost;
        private int renewed;
        private long epoch;
        private final List<Duration> postponed = new ArrayList<>();
        private final List<Duration> failed = new ArrayList<>();
        private int strikes;
        private int attempts;

        @Override
        public Optional<Claim> claim(WorkKey key) {
            check();
            if (!isDue) {
                return Optional.empty();
            }
            isDue = false;
            return Optional.of(new Claim(key, ++epoch, attempts, strikes));
        }

        @Override
        public List<Claim> claimDue(WorkKind kind, int most) {
            check();
            return hidden ? List.of() : claim(KEY).stream().toList();
        }

        @Override
        public boolean renew(Claim claim) {
            renewed++;
            return !isLost;
        }

        @Override
        public boolean fail(Claim claim, Duration delay) {
            check();
            return failed.add(delay);
        }

        @Override
        public boolean postpone(Claim claim, Duration delay) {
            check();
            return postponed.add(delay);
        }

        private void check() {
            if (away) {
                throw new StoreUnavailable("away", new IllegalStateException());
            }
        }
    }
}
