package dev.parley.core.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final long[] SECONDS = {5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400};
    private static final Duration ALL = Duration.ofHours(75).plusMinutes(35).plusSeconds(5);

    @Test
    void each_wait_is_as_planned_up_to_a_fifth() {
        for (int seed = 0; seed < 1_000; seed++) {
            var random = new Random(seed);
            Duration passed = Duration.ZERO;
            for (int i = 0; i < SECONDS.length; i++) {
                Duration wait = Schedule.next(i + 1, passed, random).orElseThrow();
                assertTrue(Math.abs(wait.toMillis() - SECONDS[i] * 1000) <= SECONDS[i] * 200, "seed " + seed + ": " + wait);
                passed = passed.plus(wait);
            }
        }
    }

    @Test
    void the_last_try_is_never_early_so_that_who_is_away_for_three_days_misses_nothing() {
        for (int seed = 0; seed < 1_000; seed++) {
            Duration last = last(new Random(seed), Duration.ZERO);
            assertTrue(last.compareTo(ALL) >= 0 && last.compareTo(ALL.plusHours(5)) < 0, "seed " + seed + ": " + last);
        }
    }

    @Test
    void who_began_late_is_not_hurried() {
        Duration late = Duration.ofHours(40);

        assertTrue(last(new Random(7), late).compareTo(ALL) >= 0);
        assertTrue(Schedule.next(1, late, new Random(7)).orElseThrow().compareTo(Duration.ofSeconds(4)) >= 0);
    }

    @Test
    void after_ten_tries_there_is_none() {
        assertEquals(Optional.empty(), Schedule.next(10, ALL, new Random(7)));
    }

    private static Duration last(Random random, Duration first) {
        Duration passed = first;
        for (int tries = 1; tries <= SECONDS.length; tries++) {
            passed = passed.plus(Schedule.next(tries, passed, random).orElseThrow());
        }
        return passed;
    }
}
