package dev.parley.vonage;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
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
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.SendOutcome;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stands in for Vonage's REST APIs, and sends to them. */
final class FakeVonage {

    static final MessageId ID = new MessageId(UUID.fromString("01890000-0000-7000-8000-000000000001"));
    static final String STATUS_URL = "https://hooks.example.com/webhooks/vonage/c0ffee/status";

    static final String TAKEN = """
            {"message-count": "1", "messages": [{"to": "447700900001", "message-id": "0A00000012345671", "status": "0",
             "remaining-balance": "3.14159265", "message-price": "0.03330000", "network": "12345", "client-ref": "x", "new": {}}]}""";

    static final String SUBMITTED = "{\"message_uuid\": \"aaaaaaaa-bbbb-cccc-dddd-0123456789ab\", \"new\": {}}";

    private static final Timeouts IMPATIENT = new Timeouts(Duration.ofMillis(300), Duration.ofSeconds(1));

    private final WireMockExtension server;

    FakeVonage(WireMockExtension server) {
        this.server = server;
    }

    static WireMockExtension extension() {
        return WireMockExtension.newInstance()
                .options(options().bindAddress("127.0.0.1").dynamicPort().dynamicHttpsPort().jettyAcceptors(1))
                .build();
    }

    static OutboundText text(String body) {
        return text(body, Encoding.GSM_7);
    }

    static OutboundText text(String body, Encoding encoding) {
        return text(body, encoding, "+447700900001", STATUS_URL);
    }

    static OutboundText text(String body, Encoding encoding, String to, String statusUrl) {
        var from = Optional.of(new PhoneNumber("+447700900000"));
        return new OutboundText(ID, from, new PhoneNumber(to), body, encoding, URI.create(statusUrl));
    }

    static OutboundText textFromNobody() {
        return new OutboundText(ID, Optional.empty(), new PhoneNumber("+447700900001"), "Hello", Encoding.GSM_7, URI.create(STATUS_URL));
    }

    static String basic() {
        byte[] login = (Vonage.KEY + ":" + Vonage.SECRET).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    Vonage sms() {
        return Vonage.connection().at(base());
    }

    Vonage messages() {
        return sms().with("api", "messages");
    }

    Vonage by(ApiChoice api) {
        return sms().with("api", api.word());
    }

    SendOutcome sendImpatiently(Vonage connection) {
        return connection.open(IMPATIENT).send(text("Hello"));
    }

    /** What a send comes to, of which it is certain that it was one request. */
    <T extends SendOutcome> T sendOnce(Vonage connection, Class<T> kind) {
        SendOutcome outcome = connection.open().send(text("Hello"));
        theOnlyRequest();
        return assertInstanceOf(kind, outcome);
    }

    void answers(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    void answers(int status, String body) {
        answers(aResponse().withStatus(status).withHeader("Content-Type", "application/json").withBody(body));
    }

    void has(String path, String body) {
        server.stubFor(any(urlPathEqualTo(path)).willReturn(okJson(body)));
    }

    void refuses(String path, int status) {
        server.stubFor(any(urlPathEqualTo(path)).willReturn(aResponse().withStatus(status)));
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    URI secureBase() {
        return URI.create("https://127.0.0.1:" + server.getHttpsPort());
    }

    List<LoggedRequest> requests() {
        return server.getAllServeEvents().stream().map(ServeEvent::getRequest).toList();
    }

    LoggedRequest theOnlyRequest() {
        assertEquals(1, requests().size(), "requests made");
        return requests().getFirst();
    }
}
