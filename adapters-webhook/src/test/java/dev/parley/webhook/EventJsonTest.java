package dev.parley.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.ports.spi.Media;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

    private final HttpCustomerWebhooks webhooks = Webhooks.callingLoopback();

    @Test
    void a_text_has_the_fields_that_receivers_know_and_then_ours() {
        assertEquals(
                """
                        {"event":"message_received","fromNumber":"+15005550006","toNumber":"+15005550001","body":"Hello",\
                        "organizationId":"01234567-89ab-4000-8000-000000000001","agentId":"01234567-89ab-4000-8000-000000000002",\
                        "conversationId":"01234567-89ab-4000-8000-000000000003","messageSid":"SM0123456789abcdef0123456789abcdef",\
                        "messageId":"01234567-89ab-4000-8000-000000000004","receivedAt":"2026-03-01T12:00:00Z","media":[]}""",
                webhooks.render(Samples.text("Hello")));
    }

    @Test
    void pictures_are_listed() throws Exception {
        var event = Samples
                .with(Samples.text(""), List.of(new Media("image/jpeg", "https://media.example/1"), new Media("text/vcard", "u")), false);
        assertEquals(
                """
                [{"contentType":"image/jpeg","url":"https://media.example/1"},{"contentType":"text/vcard","url":"u"}]""",
                new JsonMapper().readTree(webhooks.render(event)).get("media").toString());
    }

    @Test
    void an_opt_out_says_so() throws Exception {
        var event = Samples.with(Samples.text("STOP"), List.of(), true);
        assertEquals("true", new JsonMapper().readTree(webhooks.render(event)).get("optOut").toString());
    }

    @ParameterizedTest @ValueSource(
            strings = {"", "\"quoted\" \\ back", "line\r\nbreak\ttab", "\u0000\u001f", "</script>", "Grüße 👋🏽 مرحبا", "{{7*7}}"})
    void a_body_arrives_as_it_was_written(String body) throws Exception {
        assertEquals(body, new JsonMapper().readTree(webhooks.render(Samples.text(body))).get("body").textValue());
    }
}
