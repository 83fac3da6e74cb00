package dev.parley.vonage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.ports.MessageId;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.Ignored;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.Part;
import dev.parley.ports.spi.WebhookRequest;
import dev.parley.vonage.SmsHook.Shape;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SmsReadingTest {

    private static final MessageId OURS = new MessageId(UUID.fromString("01890000-0000-7000-8000-000000000001"));

    private static WebhookEvent read(SmsHook hook) {
        return Vonage.connection().read(hook.signed().in(Shape.FORM));
    }

    private static InboundText text(SmsHook hook) {
        return assertInstanceOf(InboundText.class, read(hook));
    }

    private static SmsHook part(String index, String total) {
        return SmsHook.text().with("concat", "true").with("concat-ref", "7").with("concat-part", index).with("concat-total", total);
    }

    @ParameterizedTest @EnumSource
    void reads_a_text_in_every_shape(Shape shape) {
        InboundText expected = InboundText.of("0A0000000123ABCD1", "+447700900001", "+447700900000", "a&b=c + 100% 👍");
        assertEquals(expected, Vonage.connection().read(SmsHook.unicode().signed().in(shape)));
        assertEquals(expected, Vonage.connection().with("api", "messages").read(SmsHook.unicode().signed().in(shape)));
    }

    @ParameterizedTest @ValueSource(strings = {"", "  \n ", " Hi ", "\"quoted\" \\ back", "مرحبا", "a\r\nb"})
    void leaves_a_text_as_it_is(String body) {
        assertEquals(body, text(SmsHook.text().with("text", body)).body());
    }

    @Test
    void a_text_that_is_missing_is_empty() {
        assertEquals("", text(SmsHook.text().without("text")).body());
    }

    @ParameterizedTest @CsvSource({"447700900001, +447700900001", "+447700900001, +447700900001", "1234567, +1234567",
        "123456789012345, +123456789012345", "123456, 123456", "40404, 40404", "789, 789", "ACME, ACME", "A1234567, A1234567",
        "0123456789, 0123456789", "1234567890123456, 1234567890123456", "anonymous, anonymous"})
    void a_number_gets_its_plus_sign_and_nothing_else_does(String written, String read) {
        assertEquals(read, text(SmsHook.text().with("msisdn", written)).from());
        assertEquals(read, text(SmsHook.text().with("to", written)).to());
    }

    @ParameterizedTest @EnumSource
    void reads_a_part_in_every_shape(Shape shape) {
        InboundText text = assertInstanceOf(InboundText.class, Vonage.connection().read(part("2", "3").signed().in(shape)));
        assertEquals(Optional.of(new Part("7", 2, 3)), text.part());
    }

    @ParameterizedTest @CsvSource({"0, 2", "3, 2", "1, 1", "1, 0", "1, 256", "x, 2", "1, x", "-1, 2", "'', 2", "1, 99999999999",
        "1.0, 2"})
    void a_part_that_cannot_be_is_a_whole_text(String index, String total) {
        assertEquals(Optional.empty(), text(part(index, total)).part());
    }

    @ParameterizedTest @ValueSource(strings = {"concat", "concat-ref", "concat-part", "concat-total"})
    void a_part_of_which_something_is_missing_is_a_whole_text(String missing) {
        assertEquals(Optional.empty(), text(part("1", "2").without(missing)).part());
    }

    @Test
    void what_says_that_it_is_no_part_is_a_whole_text() {
        assertEquals(Optional.empty(), text(part("1", "2").with("concat", "false")).part());
    }

    @Test
    void acknowledges_what_is_binary() {
        SmsHook binary = SmsHook.text().without("text").with("type", "binary").with("data", "0011").with("udh", "0605");
        assertInstanceOf(Ignored.class, read(binary));
    }

    @ParameterizedTest @ValueSource(strings = {"messageId", "msisdn", "to"})
    void acknowledges_what_is_about_no_text(String missing) {
        assertInstanceOf(Ignored.class, read(SmsHook.text().without(missing)));
        assertInstanceOf(Ignored.class, read(SmsHook.text().with(missing, " ")));
    }

    @ParameterizedTest @CsvSource({"accepted, SENT", "buffered, SENT", "delivered, DELIVERED", "unknown, UNRECOGNIZED",
        "banana, UNRECOGNIZED"})
    void reads_a_receipt(String word, DeliveryReport.Status status) {
        var expected = new DeliveryReport("0A0000001234567B", Optional.empty(), status, Optional.empty(), Optional.of("+447700900000"));
        for (Shape shape : Shape.values()) {
            assertEquals(expected, Vonage.connection().read(SmsHook.receipt(word, "0").signed().in(shape)));
        }
        assertEquals(expected, read(SmsHook.receipt(word, "7")));
    }

    @ParameterizedTest @CsvSource({"expired, UNDELIVERED, 0, EXPIRED", "expired, UNDELIVERED, 2, RECIPIENT_UNREACHABLE",
        "expired, UNDELIVERED, 1, UNKNOWN", "failed, FAILED, 0, UNKNOWN", "failed, FAILED, 9, OPTED_OUT", "rejected, FAILED, 9, OPTED_OUT",
        "rejected, FAILED, 6, CONTENT_REJECTED", "failed, FAILED, 12345, UNKNOWN"})
    void reads_why_a_text_failed(String word, DeliveryReport.Status status, String errCode, Reason reason) {
        DeliveryReport report = assertInstanceOf(DeliveryReport.class, read(SmsHook.receipt(word, errCode)));
        assertEquals(status, report.status());
        assertEquals(Optional.of(reason), report.error().map(ProviderError::reason));
        assertEquals(Optional.of(errCode), report.error().map(ProviderError::code));
    }

    @Test
    void a_failure_without_a_code_is_a_failure_all_the_same() {
        DeliveryReport report = assertInstanceOf(DeliveryReport.class, read(SmsHook.receipt("failed", "0").without("err-code")));
        assertEquals(Optional.of(Reason.UNKNOWN), report.error().map(ProviderError::reason));
        assertEquals(Optional.of("failed"), report.error().map(ProviderError::code));
    }

    @Test
    void a_receipt_names_our_message() {
        DeliveryReport report = assertInstanceOf(DeliveryReport.class, read(SmsHook.receipt("delivered", "0")
                .with("client-ref", OURS
                        .toString())));
        assertEquals(Optional.of(OURS), report.messageId());
        DeliveryReport odd = assertInstanceOf(DeliveryReport.class, read(SmsHook.receipt("delivered", "0").with("client-ref", "mine")));
        assertEquals(Optional.empty(), odd.messageId());
    }

    @Test
    void a_receipt_may_not_say_from_which_number() {
        DeliveryReport report = assertInstanceOf(DeliveryReport.class, read(SmsHook.receipt("delivered", "0").without("to")));
        assertEquals(Optional.empty(), report.from());
        assertFalse(report.toString().contains("44770"), report::toString);
    }

    @ParameterizedTest @EnumSource
    void claims_to_be_for_our_number_and_account(Shape shape) {
        var factory = new VonageProviderFactory();
        Claim claim = new Claim(Optional.of("+447700900000"), Optional.of(Vonage.KEY));
        assertEquals(claim, factory.claim(SmsHook.text().in(shape)));
        assertEquals(claim, factory.claim(SmsHook.receipt("delivered", "0").in(shape)));
        SmsHook anonymous = SmsHook.text().without("to").without("api-key");
        assertEquals(Claim.NONE, factory.claim(anonymous.in(shape)));
    }

    @Test
    void claims_nothing_when_it_is_of_no_api() {
        var factory = new VonageProviderFactory();
        assertEquals(Claim.NONE, factory.claim(SmsHook.text().post("application/json", "{")));
        assertEquals(Claim.NONE, factory.claim(new WebhookRequest("GET", SmsHook.URL, List.of(), new byte[0])));
    }
}
