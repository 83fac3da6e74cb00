package dev.parley.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Keyword;
import dev.parley.ports.MessageId;
import dev.parley.ports.Secret;
import dev.parley.ports.spi.Media;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.Receipt;
import dev.parley.ports.spi.Settings;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookAnswer;
import dev.parley.ports.spi.WebhookCheck;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.Ignored;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TwilioProviderTest {

    private static final MessageId OURS = new MessageId(UUID.fromString("01890000-0000-7000-8000-000000000001"));

    private static final WebhookRequest ANY = Hook.text().post();

    private final TwilioProviderFactory factory = new TwilioProviderFactory();
    private final SmsProvider provider = factory.create(new ProviderSetup(
            new Settings(
                    Map.of("accountSid", new Secret(Hook.ACCOUNT),
                            "authToken", new Secret(Hook.TOKEN), "authTokenSecondary", new Secret(Hook.OTHER_TOKEN))),
            Optional.empty(),
            InstantSource
                    .system()));

    private WebhookEvent read(WebhookRequest request) {
        WebhookCheck check = WebhookCheck.of(provider, request);
        return provider.read(assertInstanceOf(WebhookCheck.Passed.class, check, check::toString).webhook()).getFirst();
    }

    private WebhookEvent read(Hook hook) {
        return read(hook.signed().post());
    }

    @Test
    void reads_a_text() {
        assertEquals(InboundText.of("SM1", "+15005550006", "+15005550009", "Größe 👍🏽 & 1+1=2"), read(
                Hook.text()));
    }

    @Test
    void reads_a_text_that_came_by_get() {
        assertEquals(read(Hook.text()), read(Hook.text().get()));
    }

    @Test
    void reads_a_text_signed_with_the_other_token() {
        assertEquals(read(Hook.text()), read(Hook.text().signed(Hook.OTHER_TOKEN).post()));
    }

    @Test
    void leaves_a_text_as_it_is() {
        InboundText text = assertInstanceOf(InboundText.class, read(Hook.text().with("Body", "  \n ")));
        assertEquals("  \n ", text.body());
    }

    @Test
    void reads_pictures_without_words() {
        Hook hook = Hook.text()
                .with("Body", "")
                .with("NumMedia", "2")
                .with("MediaUrl0", "https://api.twilio.com/ME0")
                .with("MediaContentType0", "image/jpeg")
                .with("MediaUrl1", "https://api.twilio.com/ME1");
        InboundText text = assertInstanceOf(InboundText.class, read(hook));
        assertEquals("", text.body());
        assertEquals(List.of(new Media("image/jpeg", "https://api.twilio.com/ME0"), new Media(
                "application/octet-stream",
                "https://api.twilio.com/ME1")), text.media());
    }

    @ParameterizedTest @CsvSource({"STOP, STOP", "START, START", "HELP, HELP", "stop, STOP"})
    void says_which_keyword_twilio_has_dealt_with(String type, Keyword keyword) {
        InboundText text = assertInstanceOf(InboundText.class, read(Hook.text().with("OptOutType", type)));
        assertEquals(Optional.of(keyword), text.handledKeyword());
    }

    @ParameterizedTest @ValueSource(strings = {"", "PAUSE"})
    void an_unknown_opt_out_type_is_a_text_like_any_other(String type) {
        InboundText text = assertInstanceOf(InboundText.class, read(Hook.text().with("OptOutType", type)));
        assertEquals(Optional.empty(), text.handledKeyword());
    }

    @ParameterizedTest @ValueSource(strings = {"ACME", "40404", "whatsapp:+15005550006", "rcs:acme_agent", "anonymous"})
    void keeps_odd_senders_as_they_are(String sender) {
        InboundText text = assertInstanceOf(InboundText.class, read(Hook.text().with("From", sender)));
        assertEquals(sender, text.from());
    }

    @ParameterizedTest @ValueSource(strings = {"MessageSid", "From", "To"})
    void acknowledges_what_is_about_no_text(String missing) {
        assertInstanceOf(Ignored.class, read(Hook.text().without(missing)));
        assertInstanceOf(Ignored.class, read(Hook.text().with(missing, " ")));
    }

    @Test
    void acknowledges_a_webhook_without_parameters() {
        assertInstanceOf(Ignored.class, read(Hook.to(Hook.URL)));
    }

    @ParameterizedTest @CsvSource({"accepted, SENT", "scheduled, SENT", "queued, SENT", "sending, SENT", "sent, SENT",
        "delivered, DELIVERED", "read, DELIVERED",
        "canceled, CANCELED", "banana, UNRECOGNIZED", "received, UNRECOGNIZED"})
    void reads_a_status(String word, DeliveryReport.Status status) {
        Optional<String> ours = Optional.of("+15005550009");
        assertEquals(new DeliveryReport("SM2", Optional.empty(), status, Optional.empty(), ours), read(Hook.status(word)));
    }

    @Test
    void a_report_says_which_number_a_messaging_service_chose() {
        Hook hook = Hook.status("sent").with("MessagingServiceSid", "MG00000000000000000000000000000001").with("From", "+15005550001");
        DeliveryReport report = assertInstanceOf(DeliveryReport.class, read(hook));
        assertEquals(Optional.of("+15005550001"), report.from());
        DeliveryReport early = assertInstanceOf(DeliveryReport.class, read(hook.without("From")));
        assertEquals(Optional.empty(), early.from());
        assertFalse(report.toString().contains("+15005550001"), report::toString);
    }

    @ParameterizedTest @CsvSource({"undelivered, UNDELIVERED", "failed, FAILED"})
    void reads_why_a_text_failed(String word, DeliveryReport.Status status) {
        DeliveryReport report = assertInstanceOf(DeliveryReport.class, read(Hook.status(word).with("ErrorCode", "30005")));
        assertEquals(status, report.status());
        ProviderError error = report.error().orElseThrow();
        assertEquals(Reason.RECIPIENT_INVALID, error.reason());
        assertEquals("30005", error.code());
        assertTrue(error.text().endsWith("https://www.twilio.com/docs/api/errors/30005"), error.text());
    }

    @Test
    void a_failure_without_a_code_is_a_failure_all_the_same() {
        DeliveryReport report = assertInstanceOf(DeliveryReport.class, read(Hook.status("failed")));
        assertEquals(Optional.of(Reason.UNKNOWN), report.error().map(ProviderError::reason));
    }

    @Test
    void an_opt_out_may_show_only_in_a_status() {
        DeliveryReport report = assertInstanceOf(DeliveryReport.class, read(Hook.status("failed").with("ErrorCode", "21610")));
        assertEquals(Optional.of(Reason.OPTED_OUT), report.error().map(ProviderError::reason));
    }

    @Test
    void a_status_names_our_message_by_its_address() {
        DeliveryReport report = assertInstanceOf(DeliveryReport.class, read(Hook.status("sent").at(Hook.URL + "?message=" + OURS)));
        assertEquals(Optional.of(OURS), report.messageId());
        DeliveryReport odd = assertInstanceOf(DeliveryReport.class, read(Hook.status("sent").at(Hook.URL + "?message=1")));
        assertEquals(Optional.empty(), odd.messageId());
    }

    @Test
    void does_not_believe_a_webhook_about_another_account() {
        Hook hook = Hook.text().with("AccountSid", "AC00000000000000000000000000000002").signed();
        Verdict.Forged verdict = assertInstanceOf(Verdict.Forged.class, provider.check(hook.post()));
        assertTrue(verdict.why().contains("accountSid"), verdict.why());
        assertInstanceOf(Verdict.Forged.class, provider.check(Hook.text().with("AccountSid", "AC2").get()));
    }

    @Test
    void does_not_believe_a_webhook_of_which_any_byte_was_changed() {
        Hook hook = Hook.text().signed();
        byte[] genuine = hook.encoded().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < genuine.length; i++) {
            byte[] changed = genuine.clone();
            changed[i] ^= 1;
            WebhookRequest request = hook.post("application/x-www-form-urlencoded", new String(changed, StandardCharsets.ISO_8859_1));
            assertInstanceOf(Verdict.Forged.class, provider.check(request), "byte " + i);
        }
    }

    @Test
    void does_not_believe_a_webhook_moved_to_another_address() {
        Hook hook = Hook.text().signed();
        assertInstanceOf(Verdict.Forged.class, provider.check(hook.at(Hook.URL + "?x=1").post()));
        assertInstanceOf(Verdict.Forged.class, provider.check(hook.at("https://hooks.example.com/twilio/out").post()));
    }

    @Test
    void answers_with_empty_twiml() {
        WebhookAnswer answer = provider.answer(Hook.text().post(), Receipt.STORED);
        assertEquals(new WebhookAnswer(
                200,
                Map.of("Content-Type", "text/xml"),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>"), answer);
        assertEquals(503, provider.answer(ANY, Receipt.NOT_STORED).status());
        assertEquals(503, provider.answer(ANY, Receipt.UNDECIDED).status());
        assertEquals(403, provider.answer(ANY, Receipt.REFUSED).status());
    }

    @Test
    void a_signed_webhook_that_names_no_text_is_a_bad_request() {
        assertEquals(400, provider.answer(Hook.text().without("MessageSid").post(), Receipt.STORED).status());
        assertEquals(403, provider.answer(Hook.text().without("MessageSid").post(), Receipt.REFUSED).status());
    }

    @Test
    void a_webhook_claims_to_be_for_our_number_and_account() {
        Claim inbound = new Claim(Optional.of("+15005550009"), Optional.of(Hook.ACCOUNT));
        assertEquals(inbound, factory.claim(Hook.text().post()));
        assertEquals(inbound, factory.claim(Hook.text().get()));
        assertEquals(inbound, factory.claim(Hook.status("sent").post()));
        assertEquals(Claim.NONE, factory.claim(Hook.to(Hook.URL).post()));
    }
}
