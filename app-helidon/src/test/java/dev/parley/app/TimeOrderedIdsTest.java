package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private static final long NOW = Instant.parse("2026-05-04T10:00:00.123Z").toEpochMilli();

    private final AtomicLong millis = new AtomicLong(NOW);
    private final TimeOrderedIds ids = new TimeOrderedIds(() -> Instant.ofEpochMilli(millis.get()), new SecureRandom());

    @Test
    void an_id_is_a_uuid_of_version_7_and_tells_its_time() {
        UUID id = ids.next();
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(NOW, millisOf(id));
    }

    @Test
    void each_is_greater_than_the_one_before() {
        var drawn = Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();
        assertEquals(drawn.stream().sorted().distinct().toList(), drawn);
    }

    @Test
    void more_than_fit_into_a_millisecond_borrow_from_the_next() {
        Stream.generate(ids::next).limit(4096).forEach(id -> assertEquals(NOW, millisOf(id)));
        assertEquals(NOW + 1, millisOf(ids.next()));
    }

    @Test
    void a_clock_set_back_changes_nothing() {
        UUID before = ids.next();
        millis.addAndGet(-3_600_000);
        UUID after = ids.next();
        assertEquals(NOW, millisOf(after));
        assertTrue(after.toString().compareTo(before.toString()) > 0);
    }

    @Test
    void the_rest_is_random() {
        long first = ids.next().getLeastSignificantBits();
        assertNotEquals(first, ids.next().getLeastSignificantBits());
        long ever = Stream.generate(ids::next).limit(200).mapToLong(UUID::getLeastSignificantBits).reduce(0, (a, b) -> a | b);
        assertEquals(0xBFFF_FFFF_FFFF_FFFFL, ever);
    }

    @Test
    void threads_never_draw_the_same() throws Exception {
        Set<UUID> drawn = ConcurrentHashMap.newKeySet();
        Callable<Boolean> draw = () -> Stream.generate(ids::next).limit(5_000).allMatch(drawn::add);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> allNew : threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> draw).toList())) {
                assertTrue(allNew.get());
            }
        }
    }

    private static long millisOf(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }
}
