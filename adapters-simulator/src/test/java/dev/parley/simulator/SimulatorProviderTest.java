package dev.parley.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Encoding;
import dev.parley.ports.MessageId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Secret;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SelfCheck;
import dev.parley.ports.spi.SelfCheck.Expected;
import dev.parley.ports.spi.SelfCheck.Finding;
import dev.parley.ports.spi.SelfCheck.Grade;
import dev.parley.ports.spi.SelfCheck.Point;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SendOutcome.Accepted;
import dev.parley.ports.spi.SendOutcome.Refused;
import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.Settings;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.Ignored;
import dev.parley.ports.spi.WebhookRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SimulatorProviderTest {

    private static final MessageId ID = new MessageId(UUID.fromString("01890000-0000-7000-8000-000000000001"));
    private static final String NAME = "SIM01890000000070008000000000000001";
    private static final String STATUS_URL = "https://parley.example.com/webhooks/simulator/1/status?a=b%20c";

    @RegisterExtension
    final Loopback loopback = new Loopback();

    private final SimulatorProviderFactory factory = new SimulatorProviderFactory();

    private static OutboundText text(String to) {
        return text(to, STATUS_URL);
    }

    private static OutboundText text(String to, String statusUrl) {
        return new OutboundText(
                ID,
                Optional.of(new PhoneNumber("+15005550100")),
                new PhoneNumber(to),
                "Hello",
                Encoding.GSM_7,
                URI.create(statusUrl));
    }

    private SendOutcome send(String to) {
        return loopback.provider().send(text(to));
    }

    private Reason refusal(String to) {
        return assertInstanceOf(Refused.class, send(to)).error().reason();
    }

    @Test
    void needs_nothing_but_a_secret_that_we_make() {
        List<SettingKey> settings = factory.description().settings();
        assertEquals(List.of("signingSecret"), settings.stream().map(SettingKey::name).toList());
        assertTrue(settings.getFirst().secret() && settings.getFirst().generated() && !settings.getFirst().required());
    }

    @Test
    void takes_a_text_and_reports_it_delivered() throws InterruptedException {
        assertEquals(new Accepted(List.of(NAME), Optional.empty(), Optional.empty()), send("+15005550200"));
        assertEquals(new DeliveryReport(NAME, Optional.of(ID), DeliveryReport.Status.DELIVERED, Optional.empty(), Optional.empty()),
                loopback.nextEvent());
    }

    @Test
    void reports_to_our_own_address_whatever_the_public_one_is() throws InterruptedException {
        send("+15005550200");
        WebhookRequest report = loopback.next();
        assertEquals("POST", report.method());
        assertEquals("/webhooks/simulator/1/status?a=b%20c", report.publicUrl());
        assertEquals("application/json", report.contentType());
    }

    @Test
    void reports_to_the_public_address_when_there_is_no_other() throws InterruptedException {
        SmsProvider provider = factory.create(new ProviderSetup(new Settings(Loopback.CREDENTIALS), Optional.empty(), Loopback.CLOCK));
        provider.send(text("+15005550200", loopback.base() + "/status"));
        assertEquals("/status", loopback.next().publicUrl());
    }

    @Test
    void the_number_1_does_not_exist() {
        assertEquals(Reason.RECIPIENT_INVALID, refusal("+15005550001"));
    }

    @Test
    void the_number_2_is_always_busy() {
        SendOutcome.Throttled throttled = assertInstanceOf(SendOutcome.Throttled.class, send("+15005550002"));
        assertEquals(Optional.of(Duration.ofSeconds(5)), throttled.retryAfter());
        assertEquals(Reason.THROTTLED, throttled.error().reason());
        assertEquals(throttled, send("+15005550002"));
    }

    @Test
    void the_number_3_swallows_the_answer() {
        assertInstanceOf(SendOutcome.Ambiguous.class, send("+15005550003"));
    }

    @Test
    void the_number_4_is_switched_off() throws InterruptedException {
        assertEquals(new Accepted(List.of(NAME), Optional.empty(), Optional.empty()), send("+15005550004"));
        DeliveryReport report = assertInstanceOf(DeliveryReport.class, loopback.nextEvent());
        assertEquals(DeliveryReport.Status.UNDELIVERED, report.status());
        assertEquals(Optional.of(Reason.RECIPIENT_UNREACHABLE), report.error().map(ProviderError::reason));
    }

    @Test
    void the_number_9_has_opted_out() {
        assertEquals(Reason.OPTED_OUT, refusal("+15005550009"));
    }

    @Test
    void reports_nothing_about_what_it_did_not_take() throws InterruptedException {
        send("+15005550001");
        send("+15005550002");
        send("+15005550003");
        send("+15005550009");
        send("+15005550200");
        loopback.next();
        assertEquals(0, loopback.waiting());
    }

    @Test
    void reports_again_when_we_could_not_take_it() throws InterruptedException {
        loopback.answers(aResponse().withStatus(503));
        reports().send(URI.create(STATUS_URL), "{}", new Secret("s3cret"));
        loopback.next();
        loopback.next();
        loopback.next();
    }

    private DeliveryReports reports() {
        return new DeliveryReports(
                new SignedPost(Loopback.CLOCK, Duration.ofSeconds(5)),
                Optional.of(loopback.base()),
                Duration.ofMillis(
                        1));
    }

    @Test
    void nobody_to_report_to_is_nothing_to_a_send() {
        SmsProvider provider = factory.create(
                new ProviderSetup(
                        new Settings(Loopback.CREDENTIALS),
                        Optional.of(
                                URI.create(
                                        "http://127.0.0.1:1")),
                        Loopback.CLOCK));
        assertInstanceOf(Accepted.class, provider.send(text("+15005550200")));
    }

    @Test
    void nothing_is_believed_without_a_secret() {
        SmsProvider provider = factory.create(new ProviderSetup(new Settings(Map.of()), Optional.empty(), Loopback.CLOCK));
        assertEquals(new Verdict.NotConfigured("signingSecret"), provider.check(json("{}")));
        assertInstanceOf(Accepted.class, provider.send(text("+15005550200")));
    }

    @Test
    void finds_nothing_wrong_with_itself() {
        var ours = new PhoneNumber("+15005550100");
        List<Finding> findings = selfCheck(Loopback.CREDENTIALS, new Expected(List.of(ours), List.of(), List.of()));
        assertEquals(List.of(Grade.GOOD, Grade.GOOD, Grade.GOOD, Grade.GOOD), findings.stream().map(Finding::grade).toList());
        assertEquals(Set.of(Point.values()), findings.stream().map(Finding::point).collect(Collectors.toSet()));
        assertEquals(Optional.of(ours), findings.getLast().number());
    }

    @Test
    void finds_that_it_has_no_secret() {
        List<Finding> findings = selfCheck(Map.of(), new Expected(List.of(), List.of(), List.of()));
        assertEquals(List.of(Point.SIGNING), findings.stream().filter(f -> f.grade() == Grade.BAD).map(Finding::point).toList());
    }

    private List<Finding> selfCheck(Map<String, Secret> credentials, Expected expected) {
        var setup = new ProviderSetup(new Settings(credentials), Optional.empty(), Loopback.CLOCK);
        return ((SelfCheck) factory.create(setup)).selfCheck(expected);
    }

    private static WebhookRequest json(String body) {
        return new WebhookRequest(
                "POST",
                "http://localhost/in",
                List.of(new Parameter("Content-Type", "application/json")),
                body.getBytes(
                        StandardCharsets.UTF_8));
    }

    @ParameterizedTest @ValueSource(strings = {"", "garbage", "[]", "null", "{}", "{\"type\":\"call\"}", "{\"type\":\"text\"}",
        "{\"type\":\"status\"}",
        "{\"type\":\"text\",\"id\":\"SIM1\",\"from\":\"+15005550200\"}", "{\"type\":\"text\",\"id\":1,\"from\":\"a\",\"to\":\"b\"}"})
    void acknowledges_what_it_does_not_understand(String body) {
        assertInstanceOf(Ignored.class, SimulatorWebhook.of(json(body)).event());
    }

    @ParameterizedTest @CsvSource({"delivered, DELIVERED", "undelivered, UNDELIVERED", "banana, UNRECOGNIZED"})
    void reads_a_status(String word, DeliveryReport.Status status) {
        var event = SimulatorWebhook.of(json("{\"type\":\"status\",\"id\":\"SIM1\",\"status\":\"" + word + "\"}")).event();
        assertEquals(new DeliveryReport("SIM1", Optional.empty(), status, Optional.empty(), Optional.empty()), event);
    }

    @Test
    void a_webhook_claims_to_be_for_our_number() throws InterruptedException {
        Claim ours = new Claim(Optional.of("+15005550100"), Optional.empty());
        assertEquals(
                ours,
                factory.claim(
                        json(
                                SimulatorWebhook.text(
                                        "SIM1",
                                        new PhoneNumber("+15005550200"),
                                        new PhoneNumber(
                                                "+15005550100"),
                                        "Hi"))));
        send("+15005550200");
        assertEquals(ours, factory.claim(loopback.next()));
        assertEquals(Claim.NONE, factory.claim(json("garbage")));
    }
}
