package dev.parley.webhook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.parley.ports.Secret;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhookTest {

    private static final String PAYLOAD = "{\"body\":\"Grüße 👋 \\\"quoted\\\"\"}";

    @Test
    void the_example_of_the_standard_has_the_signature_that_it_names() {
        var example = new StandardWebhook("msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330), "{\"test\": 2432232314}");
        assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", example.signature(List.of(Samples.SECRET)));
        assertEquals("1614265330", example.timestamp());
    }

    @ParameterizedTest @ValueSource(ints = {24, 25, 32, 33, 48, 63, 64})
    void the_official_library_accepts_secrets_of_any_length(int bytes) throws Exception {
        byte[] key = new byte[bytes];
        new Random(bytes).nextBytes(key);
        String written = "whsec_" + Base64.getEncoder().encodeToString(key);
        assertAccepted(message(), written, List.of(new Secret(written)));
    }

    @Test
    void a_secret_may_lack_its_padding_or_its_prefix() throws Exception {
        String padded = "whsec_" + Base64.getEncoder().encodeToString(new byte[25]);
        assertAccepted(message(), padded, List.of(new Secret(padded.replace("=", ""))));
        assertAccepted(message(), padded, List.of(new Secret(padded.substring("whsec_".length()))));
    }

    @Test
    void while_a_secret_is_changed_both_the_old_and_the_new_are_accepted() throws Exception {
        var both = List.of(Samples.SECRET, Samples.OTHER_SECRET);
        assertAccepted(message(), Samples.SECRET.reveal(), both);
        assertAccepted(message(), Samples.OTHER_SECRET.reveal(), both);
    }

    @Test
    void another_secret_or_another_body_is_not_accepted() throws Exception {
        var stranger = new Webhook("whsec_" + Base64.getEncoder().encodeToString(new byte[32]));
        var receiver = new Webhook(Samples.SECRET.reveal());
        var headers = headers(message(), List.of(Samples.SECRET));
        assertThrows(WebhookVerificationException.class, () -> stranger.verify(PAYLOAD, headers));
        assertThrows(WebhookVerificationException.class, () -> receiver.verify(PAYLOAD + " ", headers));
    }

    @Test
    void a_secret_that_is_none_is_not_quoted() {
        var unreadable = new Secret("whsec_not!base64!but!secret");
        var refused = assertThrows(IllegalArgumentException.class, () -> message().signature(List.of(unreadable)));
        assertFalse(refused.toString().contains("not!base64"));
        assertEquals(null, refused.getCause());
    }

    private static void assertAccepted(StandardWebhook message, String receiversSecret, List<Secret> ours) throws Exception {
        var receiver = new Webhook(receiversSecret);
        assertDoesNotThrow(() -> receiver.verify(message.payload(), headers(message, ours)));
    }

    private static Map<String, List<String>> headers(StandardWebhook message, List<Secret> secrets) {
        return Map.of(
                "webhook-id",
                List.of(message.id()),
                "webhook-timestamp",
                List.of(message.timestamp()),
                "webhook-signature",
                List.of(message.signature(secrets)));
    }

    private static StandardWebhook message() {
        return new StandardWebhook("0191e0c4-0000-7000-8000-000000000001", Instant.now(), PAYLOAD);
    }
}
