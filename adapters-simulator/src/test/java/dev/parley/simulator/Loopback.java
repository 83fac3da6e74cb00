package dev.parley.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import dev.parley.ports.Secret;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.Settings;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.WebhookCheck;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** This installation as the simulated carrier sees it: takes its webhooks over HTTP, checks and reads them. */
final class Loopback implements BeforeEachCallback, AfterEachCallback {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-07-07T12:00:00Z"));
    static final Map<String, Secret> CREDENTIALS = Map.of("signingSecret", new Secret("s3cret"));

    private final WireMockServer server = new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort().jettyAcceptors(1));
    private final BlockingQueue<WebhookRequest> received = new LinkedBlockingQueue<>();

    @Override
    public void beforeEach(ExtensionContext test) {
        server.addMockServiceRequestListener(this::take);
        server.start();
        answers(aResponse().withStatus(200));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        server.stop();
    }

    private void take(Request request, Response response) {
        List<Parameter> headers = request.getHeaders().all().stream().map(h -> new Parameter(h.key(), h.firstValue())).toList();
        received.add(new WebhookRequest(request.getMethod().value(), request.getUrl(), headers, request.getBody()));
    }

    void answers(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    SmsProvider provider() {
        return new SimulatorProviderFactory().create(new ProviderSetup(new Settings(CREDENTIALS), Optional.of(base()), CLOCK));
    }

    /** The next webhook, waited for. */
    WebhookRequest next() throws InterruptedException {
        WebhookRequest request = received.poll(10, TimeUnit.SECONDS);
        assertNotNull(request, "a webhook");
        return request;
    }

    /** How many webhooks came that nobody has looked at. */
    int waiting() {
        return received.size();
    }

    /** What the next webhook says, if it is genuine. */
    WebhookEvent nextEvent() throws InterruptedException {
        WebhookCheck check = WebhookCheck.of(provider(), next());
        List<WebhookEvent> events = provider().read(assertInstanceOf(WebhookCheck.Passed.class, check, check::toString).webhook());
        assertEquals(1, events.size());
        return events.getFirst();
    }
}
