package dev.parley.ports.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OutcomesTest {

    @Test
    void an_accepted_text_has_an_id() {
        assertThrows(IllegalArgumentException.class, () -> new SendOutcome.Accepted(List.of(), Optional.empty(), Optional.empty()));
    }

    @Test
    void an_inbound_text_has_an_id() {
        assertThrows(IllegalArgumentException.class,
                () -> new WebhookEvent.InboundText(" ", "+15005550006", "+15005550009", "Hi", List.of(), Optional.empty()));
    }

    @Test
    void the_first_500_characters_of_a_providers_words_are_kept() {
        assertEquals("x".repeat(500), new ProviderError(Reason.UNKNOWN, "1", "x".repeat(501)).text());
        assertEquals("x".repeat(500), new ProviderError(Reason.UNKNOWN, "1", "x".repeat(500)).text());
    }

    @Test
    void half_a_character_is_not_kept() {
        assertEquals("x".repeat(499), new ProviderError(Reason.UNKNOWN, "1", "x".repeat(499) + "👍👍").text());
        assertEquals("x".repeat(498) + "👍", new ProviderError(Reason.UNKNOWN, "1", "x".repeat(498) + "👍👍").text());
    }

    @Test
    void reasons_have_the_words_of_the_api() {
        assertEquals("recipient_invalid", Reason.RECIPIENT_INVALID.word());
    }
}
