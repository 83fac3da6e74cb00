package dev.parley.app.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RecentlyUsedTest {

    private final RecentlyUsed<String, String> values = new RecentlyUsed<>(2);

    @Test @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_value_that_takes_long_keeps_nobody_waiting_for_another() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual().start(() -> values.get("slow", _ -> true, () -> {
            begun.countDown();
            return await(goOn) ? "late" : "never";
        }));
        begun.await();
        assertEquals("quick", get("quick", "quick"));
        goOn.countDown();
        slow.join();
        assertEquals("late", get("slow", "made again"));
    }

    @Test
    void the_one_that_was_not_used_for_the_longest_time_is_made_again() {
        get("a", "1");
        get("b", "1");
        get("a", "2");
        get("c", "1");
        assertEquals("1", get("a", "3"));
        assertEquals("3", get("b", "3"));
    }

    @Test
    void a_value_that_is_no_longer_good_is_made_again() {
        get("a", "1");
        assertEquals("2", values.get("a", "2"::equals, () -> "2"));
        assertEquals("2", get("a", "3"));
    }

    private String get(String key, String made) {
        return values.get(key, _ -> true, () -> made);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
