package dev.parley.testkit.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.ports.Encoding;
import dev.parley.ports.Keyword;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.Settings;
import dev.parley.ports.spi.WebhookCheck;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookRequest;
import dev.parley.testkit.sample.Samples;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class FakeProviderTest {

    private static final MessageId MESSAGE = new MessageId(new UUID(0, 1));
    private static final OutboundText TEXT =
            new OutboundText(
                    MESSAGE,
                    Optional.empty(),
                    new PhoneNumber("+14155550100"),
                    "Hi",
                    Encoding.GSM_7,
                    URI.create("https://parley.example/status"));

    private final FakeProvider provider = new FakeProvider("s3cret");
    private final FakeProviders providers = new FakeProviders();
    private final Samples samples = new Samples(new SequentialIds(), new MutableClock());
    private final Connection connection = samples.connection(new OrganizationId(new UUID(0, 2)));

    @Test
    void takes_every_text_under_a_new_name() {
        assertEquals(FakeProvider.accepted("fake-1"), provider.send(TEXT));
        assertEquals(FakeProvider.accepted("fake-2"), provider.send(TEXT));
        assertEquals(List.of(TEXT, TEXT), provider.sent());
    }

    @Test
    void answers_what_it_is_told_in_that_order() {
        var gone = new SendOutcome.Unavailable("no route");
        provider.willAnswer(gone, FakeProvider.refused(Reason.OPTED_OUT));
        provider.willAnswerOnce(text -> FakeProvider.accepted("for-" + text.to().e164()));
        assertEquals(gone, provider.send(TEXT));
        assertEquals(FakeProvider.refused(Reason.OPTED_OUT), provider.send(TEXT));
        assertEquals(FakeProvider.accepted("for-+14155550100"), provider.send(TEXT));
        provider.alwaysAnswer(_ -> gone);
        assertEquals(gone, provider.send(TEXT));
        assertEquals(gone, provider.send(TEXT));
    }

    @Test
    void believes_its_own_secret_alone() {
        FakeWebhook webhook = FakeWebhook.ofNoInterest();
        assertInstanceOf(WebhookCheck.Passed.class, WebhookCheck.of(provider, webhook.signedBy("s3cret")));
        assertInstanceOf(WebhookCheck.Failed.class, WebhookCheck.of(provider, webhook.signedBy("other")));
        assertInstanceOf(WebhookCheck.Failed.class, WebhookCheck.of(provider, webhook.unsigned()));
    }

    @Test
    void reads_parts() {
        FakeWebhook webhook = FakeWebhook.text("SM1", "+14155550100", "+15005550006", "one").part("7", 2, 3);
        assertEquals(
                List.of(WebhookEvent.InboundText.of("SM1", "+14155550100", "+15005550006", "one").as(new WebhookEvent.Part("7", 2, 3))),
                read(webhook));
    }

    @Test
    void reads_texts() {
        var text =
                new WebhookEvent.InboundText(
                        "SM1",
                        "+14155550100",
                        "+15005550006",
                        "Größe 👍 & +",
                        List.of(),
                        Optional.of(Keyword.STOP),
                        Optional.empty());
        assertEquals(List.of(text), read(FakeWebhook.text("SM1", "+14155550100", "+15005550006", "Größe 👍 & +").handled(Keyword.STOP)));
    }

    @Test
    void reads_reports_signals_and_what_is_of_no_interest() {
        var error = new ProviderError(Reason.OPTED_OUT, "400", "the fake provider was told to say so");
        assertEquals(List.of(
                new WebhookEvent.DeliveryReport(
                        "PM1",
                        Optional.of(MESSAGE),
                        DeliveryReport.Status.FAILED,
                        Optional.of(error),
                        Optional.empty())),
                read(FakeWebhook.report("PM1", DeliveryReport.Status.FAILED).about(MESSAGE).because(Reason.OPTED_OUT)));
        assertEquals(
                List.of(new WebhookEvent.DeliveryReport(
                        "PM1",
                        Optional.empty(),
                        DeliveryReport.Status.SENT,
                        Optional.empty(),
                        Optional.empty())),
                read(FakeWebhook.report("PM1", DeliveryReport.Status.SENT)));
        assertEquals(List.of(new WebhookEvent.OptOutSignal("+14155550100", "+15005550006", Keyword.START)),
                read(FakeWebhook.signal("+14155550100", "+15005550006", Keyword.START)));
        assertInstanceOf(WebhookEvent.Ignored.class, read(FakeWebhook.ofNoInterest()).getFirst());
        assertFalse(FakeWebhook.text("SM1", "a", "b", "the words").toString().contains("the words"));
    }

    @Test
    void a_webhook_names_our_number_and_its_account() {
        WebhookRequest request = FakeWebhook.text("SM1", "+14155550100", "+15005550006", "Hi").ofAccount("AC1").unsigned();
        assertEquals(Optional.of("+15005550006"), providers.claim(FakeProviders.NAME, request).ourNumber());
        assertEquals(Optional.of("AC1"), providers.claim(FakeProviders.NAME, request).account());
    }

    @Test
    void a_connection_keeps_its_provider() {
        FakeProvider opened = providers.open(connection);
        assertSame(opened, providers.open(connection));
        assertNotSame(opened, providers.open(samples.connection(connection.organization())));
        assertInstanceOf(WebhookCheck.Passed.class, WebhookCheck.of(opened, FakeWebhook.ofNoInterest().signedBy(Samples.WEBHOOK_SECRET)));
    }

    @Test
    void a_connection_without_a_secret_or_of_another_provider_is_refused() {
        assertEquals(Optional.empty(), providers.refusal(FakeProviders.NAME, Settings.of(connection.credentials(), Map.of())));
        assertEquals(Optional.of("Setting secret is missing."), providers.refusal(FakeProviders.NAME, new Settings(Map.of())));
        assertEquals(Optional.empty(), providers.description("twilio"));
        Connection c = connection;
        assertThrows(IllegalArgumentException.class,
                () -> providers.open(new Connection(
                        c.id(),
                        c.organization(),
                        "twilio",
                        c.name(),
                        c.accountKey(),
                        c.credentials(),
                        c.settings(),
                        1,
                        c.createdAt(),
                        c.updatedAt())));
    }

    @Test
    void its_capabilities_can_be_adjusted() {
        var other = Set.of(Capability.HANDLES_KEYWORDS);
        providers.capabilities(other);
        assertEquals(Optional.of(other), providers.description(FakeProviders.NAME).map(d -> d.capabilities()));
    }

    private List<WebhookEvent> read(FakeWebhook webhook) {
        var passed = assertInstanceOf(WebhookCheck.Passed.class, WebhookCheck.of(provider, webhook.signedBy("s3cret")));
        return provider.read(passed.webhook());
    }
}
