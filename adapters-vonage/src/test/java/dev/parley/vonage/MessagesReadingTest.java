package dev.parley.vonage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.ports.MessageId;
import dev.parley.ports.spi.Media;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.Ignored;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MessagesReadingTest {

    private static final MessageId OURS = new MessageId(UUID.fromString("01890000-0000-7000-8000-000000000001"));

    private static WebhookEvent read(MessagesHook hook) {
        return Vonage.connection().read(hook.signed().post());
    }

    private static DeliveryReport report(MessagesHook hook) {
        return assertInstanceOf(DeliveryReport.class, read(hook));
    }

    private static MessagesHook media(String type, String object) {
        return MessagesHook.text(",\"" + type + "\":" + object)
                .replace("\"message_type\":\"text\",\"text\":\"Größe 👍🏽 & 1+1=2\"",
                        "\"message_type\":\"" + type + "\"")
                .replace("\"channel\":\"sms\"", "\"channel\":\"mms\"");
    }

    @Test
    void reads_a_text() {
        assertEquals(InboundText.of(MessagesHook.UUID, "+447700900001", "+447700900000", "Größe 👍🏽 & 1+1=2"), read(MessagesHook.text()));
    }

    @Test
    void keeps_what_is_no_number_as_it_is() {
        InboundText text = assertInstanceOf(InboundText.class, read(MessagesHook.text()
                .replace("447700900001", "ACME")
                .replace(
                        "447700900000",
                        "40404")));
        assertEquals("ACME", text.from());
        assertEquals("40404", text.to());
    }

    @Test
    void an_empty_text_is_a_text() {
        InboundText text = assertInstanceOf(InboundText.class, read(MessagesHook.text().replace("Größe 👍🏽 & 1+1=2", "")));
        assertEquals("", text.body());
    }

    @Test
    void reads_a_picture_with_words() {
        String url = "https://api.nexmo.com/v3/media/1.jpg?x=1";
        InboundText text = assertInstanceOf(InboundText.class, read(media("image", "{\"url\":\"" + url + "\",\"caption\":\"Look!\"}")));
        assertEquals("Look!", text.body());
        assertEquals(List.of(new Media("image/jpeg", url)), text.media());
    }

    @ParameterizedTest @CsvSource({"image, a.png, image/png", "audio, a.mp3, audio/mpeg", "file, a.pdf, application/pdf",
        "vcard, a.xyz, application/octet-stream", "video, '', application/octet-stream"})
    void reads_media_of_every_kind(String type, String name, String contentType) {
        String object = "{\"url\":\"https://api.nexmo.com/v3/media/1\",\"name\":\"" + name + "\"}";
        InboundText text = assertInstanceOf(InboundText.class, read(media(type, object)));
        assertEquals("", text.body());
        assertEquals(List.of(new Media(contentType, "https://api.nexmo.com/v3/media/1")), text.media());
    }

    @Test
    void a_picture_without_address_is_a_text_without_picture() {
        InboundText text = assertInstanceOf(InboundText.class, read(media("image", "{}")));
        assertEquals(List.of(), text.media());
    }

    @ParameterizedTest @ValueSource(strings = {"location", "reply", "unsupported", ""})
    void acknowledges_a_message_that_is_no_text(String type) {
        assertInstanceOf(Ignored.class,
                read(MessagesHook.text().replace("\"message_type\":\"text\"", "\"message_type\":\"" + type + "\"")));
    }

    @ParameterizedTest @ValueSource(strings = {"whatsapp", "messenger", "viber_service", "rcs"})
    void acknowledges_what_did_not_come_as_a_text(String channel) {
        String other = "\"channel\":\"" + channel + "\"";
        assertInstanceOf(Ignored.class, read(MessagesHook.text().replace("\"channel\":\"sms\"", other)));
        assertInstanceOf(Ignored.class, read(MessagesHook.status("delivered").replace("\"channel\":\"sms\"", other)));
    }

    @ParameterizedTest @ValueSource(strings = {"\"447700900001\"", "\"447700900000\""})
    void acknowledges_a_text_without_sender_or_receiver(String number) {
        assertInstanceOf(Ignored.class, read(MessagesHook.text().replace(number, "null")));
        assertInstanceOf(Ignored.class, read(MessagesHook.text().replace(number, "{\"type\":\"sms\",\"number\":" + number + "}")));
    }

    @Test
    void acknowledges_a_webhook_without_a_name() {
        assertInstanceOf(Ignored.class, read(MessagesHook.text().replace("\"" + MessagesHook.UUID + "\"", "\"\"")));
        assertInstanceOf(Ignored.class, read(MessagesHook.of("{\"event\":\"a new kind\"}")));
        assertInstanceOf(Ignored.class, read(MessagesHook.of("not even JSON")));
    }

    @ParameterizedTest @CsvSource({"submitted, SENT", "delivered, DELIVERED", "read, DELIVERED", "banana, UNRECOGNIZED"})
    void reads_a_status(String word, DeliveryReport.Status status) {
        assertEquals(
                new DeliveryReport(MessagesHook.UUID, Optional.empty(), status, Optional.empty(), Optional.of("+447700900000")),
                read(MessagesHook.status(word)));
    }

    @Test
    void a_try_that_goes_on_is_no_failure() {
        assertEquals(Optional.empty(), report(MessagesHook.status("submitted", ",\"error\":{\"title\":\"1220\"}")).error());
    }

    @ParameterizedTest @CsvSource({"rejected, FAILED", "undeliverable, UNDELIVERED"})
    void reads_why_a_text_failed(String word, DeliveryReport.Status status) {
        String error = ",\"error\":{\"type\":\"https://developer.vonage.com/api-errors/messages#1240\",\"title\":\"1240\","
                + "\"detail\":\"Illegal Number\",\"instance\":\"x\"}";
        DeliveryReport report = report(MessagesHook.status(word, error));
        assertEquals(status, report.status());
        assertEquals(Optional.of(new ProviderError(
                Reason.OPTED_OUT,
                "1240",
                "Illegal Number. See https://developer.vonage.com/en/api-errors/messages#1240")), report.error());
    }

    @ParameterizedTest @CsvSource(value = {"{}; rejected", "{\"title\":\"Odd\",\"detail\":\"Nobody knows\"}; rejected",
        "{\"title\":\"x\",\"type\":\"https://developer.vonage.com/api-errors/messages#9999\"}; 9999"}, delimiter = ';')
    void a_failure_that_nobody_knows_is_a_failure_all_the_same(String error, String code) {
        Optional<ProviderError> read = report(MessagesHook.status("rejected", ",\"error\":" + error)).error();
        assertEquals(Optional.of(Reason.UNKNOWN), read.map(ProviderError::reason));
        assertEquals(Optional.of(code), read.map(ProviderError::code));
    }

    @Test
    void a_failure_without_error_is_a_failure_all_the_same() {
        assertEquals(Optional.of("rejected"), report(MessagesHook.status("rejected")).error().map(ProviderError::code));
        assertEquals(Optional.of("rejected"), report(MessagesHook.status("rejected", ",\"error\":7")).error().map(ProviderError::code));
    }

    @Test
    void a_status_names_our_message() {
        assertEquals(Optional.of(OURS), report(MessagesHook.status("delivered", ",\"client_ref\":\"" + OURS + "\"")).messageId());
        assertEquals(Optional.empty(), report(MessagesHook.status("delivered", ",\"client_ref\":\"mine\"")).messageId());
    }

    @Test
    void claims_to_be_for_our_number_and_the_account_of_its_token() {
        var factory = new VonageProviderFactory();
        Claim claim = new Claim(Optional.of("+447700900000"), Optional.of(Vonage.KEY));
        assertEquals(claim, factory.claim(MessagesHook.text().signed().post()));
        assertEquals(claim, factory.claim(MessagesHook.status("delivered").signed().post()));
        assertEquals(new Claim(claim.ourNumber(), Optional.empty()), factory.claim(MessagesHook.text().post()));
        assertEquals(new Claim(claim.ourNumber(), Optional.empty()), factory.claim(MessagesHook.text().with("a.b.c").post()));
    }
}
