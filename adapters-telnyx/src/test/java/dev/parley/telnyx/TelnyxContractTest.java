package dev.parley.telnyx;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.ports.Keyword;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport.Status;
import dev.parley.ports.spi.WebhookRequest;
import dev.parley.testkit.provider.Account;
import dev.parley.testkit.provider.Expect;
import dev.parley.testkit.provider.ProviderCase;
import dev.parley.testkit.provider.SmsProviderContract;
import dev.parley.testkit.provider.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TelnyxContractTest extends SmsProviderContract {

    private static final String OURS = "6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=";
    private static final String THEIRS = "E5j2LG0aRXxRumpLXz29L2n8qTIWIY3ImX5Ba9F9k8o=";

    @Override
    protected ProviderCase provider() {
        return ProviderCase.of(new TelnyxProviderFactory())
                .account(Map.of("apiKey", "KEY0123_abcDEF", "publicKey", OURS, "messagingProfileId", "4000eba1-a0c0"))
                .otherAccount(Map.of("apiKey", "KEY9876_zyxWVU", "publicKey", THEIRS, "messagingProfileId", "7ee4241c-f127"))
                .signed(TelnyxContractTest::signed)
                .inbound(text("\"media\":[],\"autoresponse_type\":null"))
                .media(text("\"media\":[{\"url\":\"${media.url}\",\"content_type\":\"${media.type}\",\"size\":45}]"))
                .keyword(Keyword.STOP, text("\"autoresponse_type\":\"STOP\""))
                .report(event("message.finalized", """
                        "from":{"phone_number":"${from}"},"to":[{"phone_number":"${to}","status":"${status}"}],
                        "webhook_url":"https://sms.example.com/status?message=${message}",
                        "errors":[{"code":"${code}","title":"Why it failed"}]"""))
                .status("sent", Status.SENT)
                .status("delivered", Status.DELIVERED)
                .status("delivery_failed", Status.UNDELIVERED)
                .status("sending_failed", Status.FAILED)
                .reason("40300", Reason.OPTED_OUT)
                .sends("""
                        POST /v2/messages
                        Authorization: Bearer ${account.apiKey}
                        Content-Type: application/json

                        {"from":"${from}","to":"${to}","text":"${body}","webhook_url":"${statusUrl}","use_profile_webhooks":false}""")
                .answer(200, "{\"data\":{\"id\":\"m1\",\"parts\":2,\"to\":[{\"status\":\"queued\"}]}}", Expect.accepted("m1"))
                .answer(409, error("40300"), Expect.refused(Reason.OPTED_OUT, "40300"))
                .answer(429, "x-ratelimit-reset: 7", error("10011"), Expect.throttled(Duration.ofSeconds(7)));
    }

    @Test
    void a_signature_made_elsewhere_is_genuine() {
        String signature = "4RxV1JBAljfxleG+SjpTbAVrmAapIu0JcnOLnWHe7Ncie7UJILQ19c1muoAsQ4emmgtQDpCBA+MXPlf0P6kEAg==";
        var headers = List.of(new Parameter("telnyx-timestamp", "1700000000"), new Parameter("telnyx-signature-ed25519", signature));
        byte[] body = "{\"data\":{\"event_type\":\"message.received\",\"id\":\"e1\"}}".getBytes(StandardCharsets.UTF_8);
        var webhook = new WebhookRequest("POST", "https://sms.example.com/webhooks/telnyx/inbound", headers, body);
        assertInstanceOf(Verdict.Genuine.class, TelnyxSignature.of(OURS, () -> Instant.ofEpochSecond(1_700_000_299)).check(webhook));
    }

    private static String text(String more) {
        return event("message.received", """
                "from":{"phone_number":"${from}","carrier":"T-Mobile"},"to":[{"phone_number":"${to}"}],"cc":[],"text":"${body}",""" + more);
    }

    private static String event(String type, String payload) {
        return """
                POST
                Content-Type: application/json

                {"data":{"event_type":"%s","id":"e-${id}","occurred_at":"${now}","payload":{"id":"${id}",%s}}}""".formatted(type, payload);
    }

    private static String error(String code) {
        return "{\"errors\":[{\"code\":\"" + code + "\",\"title\":\"No\",\"detail\":\"Not like this.\"}]}";
    }

    private static Webhook signed(Webhook webhook, Account account, Instant now) throws GeneralSecurityException {
        byte[] seed = (account.get("publicKey").equals(OURS) ? "\7" : "\b").repeat(32).getBytes(StandardCharsets.UTF_8);
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
        ed25519.update((now.getEpochSecond() + "|" + webhook.body()).getBytes(StandardCharsets.UTF_8));
        return webhook.withHeader("telnyx-timestamp", String.valueOf(now.getEpochSecond()))
                .withHeader("telnyx-signature-ed25519", Base64.getEncoder().encodeToString(ed25519.sign()));
    }
}
