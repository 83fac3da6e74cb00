package dev.parley.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.parley.ports.Encoding;
import dev.parley.ports.MessageId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Secret;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.SendOutcome;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stands in for Twilio's REST API, and sends to it. */
final class FakeTwilio {

    static final MessageId ID = new MessageId(UUID.fromString("01890000-0000-7000-8000-000000000001"));

    static final String CREATED = """
            {"sid": "SM77", "status": "queued", "num_segments": "2", "from": "+15005550009", "to": "+15005550006", "body": "x",
             "error_code": null, "price": null, "date_created": "Thu, 24 Aug 2023 05:01:45 +0000", "a_new_field": {}}""";

    private final WireMockExtension server;

    FakeTwilio(WireMockExtension server) {
        this.server = server;
    }

    static WireMockExtension extension() {
        return WireMockExtension.newInstance()
                .options(options().bindAddress("127.0.0.1").dynamicPort().dynamicHttpsPort().jettyAcceptors(1))
                .build();
    }

    static TwilioAccount account() {
        Secret token = new Secret(Hook.TOKEN);
        return new TwilioAccount(Hook.ACCOUNT, Hook.ACCOUNT, token, List.of(token), Optional.empty());
    }

    static TwilioAccount accountWithService() {
        Secret token = new Secret(Hook.TOKEN);
        return new TwilioAccount(Hook.ACCOUNT, Hook.ACCOUNT, token, List.of(token), Optional.of("MG1"));
    }

    static OutboundText text(String body) {
        return text(Optional.of(new PhoneNumber("+15005550009")), body);
    }

    static OutboundText textFromAnybody() {
        return text(Optional.empty(), "Hello");
    }

    private static OutboundText text(Optional<PhoneNumber> from, String body) {
        return new OutboundText(
                ID,
                from,
                new PhoneNumber("+15005550006"),
                body,
                Encoding.GSM_7,
                URI.create(
                        "https://hooks.example.com/webhooks/twilio/status"));
    }

    /** Waits longer than any test should take. */
    static TwilioSender sender(URI base, TwilioAccount account) {
        return sender(base, account, Timeouts.USUAL);
    }

    private static TwilioSender sender(URI base, TwilioAccount account, Timeouts timeouts) {
        return new TwilioSender(account, new OneShotTransport(base, timeouts));
    }

    static SendOutcome send(URI base, TwilioAccount account, OutboundText text) {
        return sender(base, account).send(text);
    }

    static SendOutcome sendImpatiently(URI base) {
        return sender(base, account(), new Timeouts(Duration.ofMillis(300), Duration.ofSeconds(1))).send(text("Hello"));
    }

    SendOutcome send(TwilioAccount account, OutboundText text) {
        return send(base(), account, text);
    }

    SendOutcome send() {
        return send(account(), text("Hello"));
    }

    /** What a send comes to, of which it is certain that it was one request. */
    <T extends SendOutcome> T sendOnce(Class<T> kind) {
        SendOutcome outcome = send();
        theOnlyRequest();
        return assertInstanceOf(kind, outcome);
    }

    void answers(ResponseDefinitionBuilder answer) {
        server.stubFor(post(anyUrl()).willReturn(answer));
    }

    void accepts() {
        answers(aResponse().withStatus(201).withHeader("Content-Type", "application/json").withBody(CREATED));
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    List<LoggedRequest> requests() {
        return server.getAllServeEvents().stream().map(ServeEvent::getRequest).toList();
    }

    LoggedRequest theOnlyRequest() {
        assertEquals(1, requests().size(), "requests made");
        return requests().getFirst();
    }

    Optional<String> sent(String name) {
        return Parameter.first(theOnlyForm(), name);
    }

    List<Parameter> theOnlyForm() {
        return Parameter.parse(theOnlyRequest().getBodyAsString());
    }
}
