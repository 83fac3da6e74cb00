package dev.parley.core.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = Backoff.ofSeconds(1, 5, 30);

    @Test
    void takes_one_step_after_the_other_and_stays_on_the_last() {
        assertEquals(Duration.ofSeconds(1), backoff.after(0));
        assertEquals(Duration.ofSeconds(30), backoff.after(2));
        assertEquals(Duration.ofSeconds(30), backoff.after(99));
    }

    @Test
    void is_over_when_every_step_was_taken() {
        assertFalse(backoff.isOver(2));
        assertTrue(backoff.isOver(3));
    }

    @Test
    void jitters_by_a_fifth_at_most_and_not_always_the_same() {
        var random = new Random(1);
        long[] waits = IntStream.range(0, 100).mapToLong(_ -> backoff.jittered(1, random).toMillis()).toArray();

        assertTrue(IntStream.range(0, 100).allMatch(i -> waits[i] >= 4_000 && waits[i] <= 6_000));
        assertTrue(Arrays.stream(waits).distinct().count() > 50);
    }
}
