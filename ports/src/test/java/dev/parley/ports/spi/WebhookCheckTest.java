package dev.parley.ports.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WebhookCheckTest {

    private static final WebhookRequest REQUEST = new WebhookRequest("POST", "https://hooks.example.com/in", List.of(), new byte[0]);

    @Test
    void a_genuine_webhook_passes() {
        var passed = assertInstanceOf(WebhookCheck.Passed.class, WebhookCheck.of(new Saying(new Verdict.Genuine()), REQUEST));
        assertSame(REQUEST.body(), passed.webhook().body());
        assertEquals(REQUEST.publicUrl(), passed.webhook().publicUrl());
        assertEquals("AuthenticWebhook[POST, 0 bytes]", passed.webhook().toString());
    }

    @Test
    void nothing_else_passes() {
        for (Verdict verdict : List.of(Verdict.Forged.because("The signature is wrong."), new Verdict.NotConfigured("authToken"),
                new Verdict.Undecided("There is no signature."))) {
            assertEquals(new WebhookCheck.Failed(verdict), WebhookCheck.of(new Saying(verdict), REQUEST));
        }
    }

    @Test
    void there_is_no_other_way_to_an_authentic_webhook() {
        assertEquals(List.of(),
                Arrays.stream(AuthenticWebhook.class.getDeclaredConstructors())
                        .map(Constructor::getModifiers)
                        .filter(m -> Modifier.isPublic(m) || Modifier.isProtected(m))
                        .toList());
        assertEquals(0, Modifier.FINAL & ~AuthenticWebhook.class.getModifiers());
    }

    @Test
    void a_forgery_of_which_nothing_more_is_known_names_no_address() {
        assertEquals(new Verdict.Forged("why", List.of(), Optional.empty()), Verdict.Forged.because("why"));
    }

    @Test
    void a_provider_hears_204_when_it_is_safe_503_to_try_again_and_403_when_it_is_not_believed() {
        SmsProvider provider = new Saying(new Verdict.Genuine());
        assertEquals(204, provider.answer(REQUEST, Receipt.STORED).status());
        assertEquals(503, provider.answer(REQUEST, Receipt.NOT_STORED).status());
        assertEquals(503, provider.answer(REQUEST, Receipt.UNDECIDED).status());
        assertEquals("5", provider.answer(REQUEST, Receipt.UNDECIDED).headers().get("Retry-After"));
        assertEquals(403, provider.answer(REQUEST, Receipt.REFUSED).status());
    }

    private record Saying(Verdict verdict) implements SmsProvider {

        @Override
        public SendOutcome send(OutboundText text) {
            return new SendOutcome.Unavailable("not asked for");
        }

        @Override
        public Verdict check(WebhookRequest request) {
            return verdict;
        }

        @Override
        public List<WebhookEvent> read(AuthenticWebhook webhook) {
            return List.of();
        }
    }
}
