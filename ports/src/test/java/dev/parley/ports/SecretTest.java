package dev.parley.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.parley.ports.agent.WebhookSecret;
import dev.parley.ports.spi.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SecretTest {

    private static final Secret SECRET = new Secret("0123456789abcdef");

    @Test
    void never_prints() {
        for (Object holder : List.of(SECRET, Optional.of(SECRET), List.of(SECRET), new Settings(Map.of("authToken", SECRET)),
                WebhookSecret.of(SECRET))) {
            assertFalse(holder.toString().contains("cdef"), holder::toString);
        }
        assertFalse("%s".formatted(SECRET).contains("0123"));
    }

    @Test
    void is_revealed_by_name() {
        assertEquals("0123456789abcdef", SECRET.reveal());
    }

    @Test
    void shows_the_end_of_a_long_one_and_nothing_of_a_short_one() {
        assertEquals("••••cdef", SECRET.masked());
        assertEquals("••••9abc", new Secret("123456789abc").masked());
        assertEquals("••••", new Secret("12345678901").masked());
        assertEquals("••••", new Secret("").masked());
    }

    @Test
    void is_equal_to_the_same_value() {
        assertEquals(SECRET, new Secret("0123456789abcdef"));
        assertEquals(SECRET.hashCode(), new Secret("0123456789abcdef").hashCode());
        assertNotEquals(SECRET, new Secret("0123456789abcdeF"));
        assertNotEquals(SECRET, "0123456789abcdef");
    }
}
