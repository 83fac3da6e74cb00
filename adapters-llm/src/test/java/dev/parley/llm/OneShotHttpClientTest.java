package dev.parley.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.parley.ports.model.ModelOutcome;
import dev.parley.ports.model.ModelOutcome.Failed;
import dev.parley.ports.model.ModelOutcome.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OneShotHttpClientTest {

    @RegisterExtension
    static final FakeVendor VENDOR = new FakeVendor();

    @Test
    void it_does_not_offer_another_protocol() {
        VENDOR.answering(Wire.OPENAI, Wire.OPENAI.answer("Hello."))
                .models(Wire.OPENAI, FakeVendor.PATIENT)
                .complete("main", Wire.request());

        assertFalse(VENDOR.requests().getFirst().containsHeader("Upgrade"));
        assertFalse(VENDOR.requests().getFirst().containsHeader("HTTP2-Settings"));
    }

    @Test
    void nobody_at_home_is_unavailable() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        assertEquals(
                new Failed(Failure.UNAVAILABLE, "it cannot be reached: ConnectException", Optional.empty()),
                VendorModel.of(
                        Wire.OLLAMA.config(
                                closed,
                                FakeVendor.PATIENT))
                        .complete(Wire.request()));
    }

    @Test
    void somebody_who_never_says_a_word_is_a_timeout() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ModelOutcome outcome =
                    VendorModel.of(Wire.OLLAMA.config(silent.getLocalPort(), Duration.ofMillis(300))).complete(Wire.request());

            assertEquals(new Failed(Failure.TIMEOUT, "no whole answer within 300 ms", Optional.empty()), outcome);
        }
    }

    @Test
    void an_interrupted_caller_is_let_go_and_stays_interrupted() {
        VENDOR.answering(Wire.OLLAMA, okJson(Wire.OLLAMA.answer("Hello.")).withFixedDelay(5_000));
        ConfiguredModels models = VENDOR.models(Wire.OLLAMA, FakeVendor.PATIENT);
        Thread.currentThread().interrupt();

        assertEquals(
                new Failed(Failure.UNAVAILABLE, "given up because we are stopping", Optional.empty()),
                models.complete("main", Wire.request()));
        assertTrue(Thread.interrupted());
    }

    @Test
    void it_does_not_stream() {
        HttpClient client = OneShotHttpClient.builder(FakeVendor.PATIENT).build();
        HttpRequest request = HttpRequest.builder().method(HttpMethod.POST).url("http://127.0.0.1:1").body("").build();
        ServerSentEventListener listener = error -> {
            throw new AssertionError(error);
        };

        assertThrows(UnsupportedOperationException.class, () -> client.execute(request, listener));
    }
}
