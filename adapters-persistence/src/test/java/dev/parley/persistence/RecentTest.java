package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RecentTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger searches = new AtomicInteger();
    private final Recent<String, Integer> recent = new Recent<>(nanos::get);

    @Test
    void what_was_found_a_moment_ago_is_not_looked_for_again() {
        assertEquals(Optional.of(1), find());
        nanos.addAndGet(Recent.LIFE.toNanos() - 1);
        assertEquals(Optional.of(1), find());
    }

    @Test
    void a_second_later_it_is() {
        find();
        nanos.addAndGet(Recent.LIFE.toNanos());
        assertEquals(Optional.of(2), find());
    }

    @Test
    void what_was_not_found_is_looked_for_each_time() {
        recent.find("key", Optional::empty);
        assertEquals(Optional.of(1), find());
    }

    @Test
    void after_a_change_everything_is_looked_for_again() {
        find();
        recent.forget();
        assertEquals(Optional.of(2), find());
    }

    @Test
    void what_was_found_while_something_changed_is_not_kept() {
        recent.find("key", () -> {
            recent.forget();
            return Optional.of(0);
        });
        assertEquals(Optional.of(1), find());
    }

    private Optional<Integer> find() {
        return recent.find("key", () -> Optional.of(searches.incrementAndGet()));
    }
}
