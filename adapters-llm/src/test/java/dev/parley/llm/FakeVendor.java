package dev.parley.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A vendor on this machine that does as it is told, and remembers what it was asked. */
final class FakeVendor implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    /** Long enough that no test ever sees its end. */
    static final Duration PATIENT = Duration.ofSeconds(30);

    private final WireMockServer server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").jettyAcceptors(1));

    @Override
    public void beforeAll(ExtensionContext context) {
        server.start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server.resetAll();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop();
    }

    FakeVendor answering(Wire wire, String json) {
        return answering(wire, okJson(json));
    }

    FakeVendor answering(Wire wire, ResponseDefinitionBuilder answer) {
        server.stubFor(post(wire.path()).willReturn(answer));
        return this;
    }

    /** The model as it is configured to reach this vendor. */
    ConfiguredModels models(Wire wire, Duration timeout) {
        return new ConfiguredModels(List.of(wire.config(server.port(), timeout)), "main");
    }

    /** Everything that came in, whatever it was and wherever it went. */
    List<LoggedRequest> requests() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    String url(String path) {
        return server.url(path);
    }
}
