package dev.parley.ports.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.ports.Keyword;
import dev.parley.ports.MessageId;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutcomesTest {

    @Test
    void an_accepted_text_has_an_id() {
        assertThrows(IllegalArgumentException.class, () -> new SendOutcome.Accepted(List.of(), Optional.empty(), Optional.empty()));
    }

    @Test
    void an_inbound_text_has_an_id() {
        assertThrows(IllegalArgumentException.class,
                () -> WebhookEvent.InboundText.of(" ", "+15005550006", "+15005550009", "Hi"));
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

    @Test
    void outcomes_are_refined_step_by_step() {
        assertEquals(new SendOutcome.Accepted(List.of("id1"), Optional.of(2), Optional.empty()), SendOutcome.accepted("id1").segments(2));
        assertEquals(
                new SendOutcome.Throttled(Optional.of(Duration.ofSeconds(3)), new ProviderError(Reason.THROTTLED, "429", "Slow down")),
                SendOutcome.throttled("429", "Slow down").retryAfter(Duration.ofSeconds(3)));
        assertEquals(
                new SendOutcome.Refused(new ProviderError(Reason.OPTED_OUT, "1", "No")),
                SendOutcome.refused(Reason.OPTED_OUT, "1", "No"));
    }

    @Test
    void events_are_refined_step_by_step() {
        var picture = new Media("image/png", "https://example.com/1");
        var part = new WebhookEvent.Part("7", 2, 3);
        assertEquals(
                new InboundText("a", "b", "c", "d", List.of(picture), Optional.of(Keyword.HELP), Optional.of(part)),
                InboundText.of("a", "b", "c", "d").with(List.of(picture)).handledAs(Keyword.HELP).as(part));
        var ours = new MessageId(new UUID(1, 2));
        var error = new ProviderError(Reason.EXPIRED, "e", "late");
        assertEquals(
                new DeliveryReport("a", Optional.of(ours), DeliveryReport.Status.FAILED, Optional.of(error), Optional.of("+15005550006")),
                DeliveryReport.of("a", DeliveryReport.Status.FAILED).about(ours).because(Reason.EXPIRED, "e", "late").from("+15005550006"));
    }

    @Test
    void events_are_refined_with_the_providers_own_strings() {
        var ours = new MessageId(new UUID(1, 2));
        var report = DeliveryReport.of("a", DeliveryReport.Status.SENT);
        assertEquals(report.about(ours), report.about(ours.toString()));
        assertEquals(report, report.about("no id of ours"));
        var text = InboundText.of("a", "b", "c", "d");
        assertEquals(text.handledAs(Keyword.STOP), text.handledAs("Stop"));
        assertEquals(text, text.handledAs("JOIN"));
        var pictures = List.of(new Media("image/png", "https://example.com/1"), new Media("image/gif", "https://example.com/2"));
        assertEquals(text.with(pictures), text.with("image/png", "https://example.com/1").with("image/gif", "https://example.com/2"));
    }

    @ParameterizedTest @CsvSource({"0,2", "3,2", "1,1", "1,0", "-1,3", "1,256"})
    void a_part_is_one_of_its_parts(int index, int total) {
        assertThrows(IllegalArgumentException.class, () -> new WebhookEvent.Part("7", index, total));
    }
}
