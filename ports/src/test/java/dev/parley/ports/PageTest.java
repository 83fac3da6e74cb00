package dev.parley.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PageTest {

    @Test
    void a_page_has_one_to_a_hundred_rows() {
        assertEquals(1, new PageRequest(1, Optional.empty()).limit());
        assertEquals(100, PageRequest.FIRST.limit());
        assertThrows(IllegalArgumentException.class, () -> new PageRequest(0, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new PageRequest(101, Optional.empty()));
    }

    @Test
    void a_page_of_something_else_ends_at_the_same_row() {
        var end = Optional.of(new Cursor(Instant.EPOCH, new UUID(0, 1)));
        assertEquals(new Page<>(List.of("1", "2"), end), new Page<>(List.of(1, 2), end).map(String::valueOf));
    }
}
