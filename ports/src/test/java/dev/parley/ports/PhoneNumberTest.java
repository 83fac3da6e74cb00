package dev.parley.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PhoneNumberTest {

    @ParameterizedTest @ValueSource(strings = {"+15005550006", "+12", "+123456789012345"})
    void takes_e164(String text) {
        assertEquals(Optional.of(new PhoneNumber(text)), PhoneNumber.parse(text));
        assertEquals(text, new PhoneNumber(text).toString());
    }

    @ParameterizedTest @ValueSource(
            strings = {"", "+", "+1", "15005550006", "+05005550006", "+1234567890123456", "+1500555000x", " +15005550006", "+15005550006 ",
                "+15005550006\n", "+1 500 555 0006", "+1-500-555-0006", "0015005550006", "tel:+15005550006", "+١٢٣٤٥٦٧٨"})
    void guesses_and_completes_nothing(String text) {
        assertEquals(Optional.empty(), PhoneNumber.parse(text));
        var refusal = assertThrows(IllegalArgumentException.class, () -> new PhoneNumber(text));
        assertFalse(String.valueOf(refusal.getMessage()).contains("500"), "the refusal prints the number");
    }
}
