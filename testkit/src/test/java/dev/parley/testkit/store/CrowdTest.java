package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class CrowdTest {

    @Test
    void everybody_acts_at_the_same_time_and_results_keep_their_order() {
        var meeting = new CyclicBarrier(5);
        assertEquals(List.of(0, 1, 2, 3, 4), Crowd.of(5, i -> {
            arrive(meeting);
            return i;
        }));
    }

    @Test
    void both_act_at_the_same_time() {
        var meeting = new CyclicBarrier(2);
        var met = new AtomicInteger();
        Crowd.both(() -> met.addAndGet(arrive(meeting)), () -> met.addAndGet(arrive(meeting)));
        assertEquals(1, met.get());
    }

    @Test
    void whoever_fails_is_told_of() {
        var failure = assertThrows(AssertionError.class, () -> Crowd.of(3, i -> {
            if (i == 1) {
                throw new IllegalStateException("the second one");
            }
            return i;
        }));
        assertTrue(String.valueOf(failure.getMessage()).contains("the second one"));
    }

    private static int arrive(CyclicBarrier meeting) {
        try {
            return meeting.await(20, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new AssertionError("the others did not come", alone);
        }
    }
}
