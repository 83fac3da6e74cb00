package dev.parley.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressTest {

    @ParameterizedTest @ValueSource(strings = {"72345", "MyBank", "whatsapp:+15005550006", "+15005550006"})
    void takes_whatever_a_provider_calls_the_other_end(String text) {
        assertEquals(Optional.of(new Address(text)), Address.parse(text));
        assertEquals(text, new Address(text).toString());
    }

    @Test
    void drops_the_space_around_it() {
        assertEquals(new Address("MyBank"), new Address("  MyBank\n"));
        assertEquals(Optional.of(new Address("MyBank")), Address.parse("\tMyBank "));
    }

    @Test
    void refuses_nothing_and_too_much() {
        String longest = "x".repeat(64);
        assertEquals(longest, new Address(longest).value());
        assertThrows(IllegalArgumentException.class, () -> new Address(longest + "x"));
        assertThrows(IllegalArgumentException.class, () -> new Address(" \n"));
        assertEquals(Optional.empty(), Address.parse(longest + "x"));
        assertEquals(Optional.empty(), Address.parse("  "));
    }

    @Test
    void only_a_number_can_be_answered() {
        var number = new PhoneNumber("+15005550006");
        assertEquals(Optional.of(number), Address.of(number).phoneNumber());
        assertEquals(Optional.empty(), new Address("72345").phoneNumber());
        assertEquals(Optional.empty(), new Address("MyBank").phoneNumber());
    }
}
