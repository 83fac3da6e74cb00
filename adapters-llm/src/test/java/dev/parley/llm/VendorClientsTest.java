package dev.parley.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.parley.ports.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can only be seen where the vendors themselves are: nothing here leaves the process. */
class VendorClientsTest {

    private final Recorder recorder = new Recorder();

    @ParameterizedTest @CsvSource({
        "'', max_completion_tokens",
        "https://api.openai.com/v1, max_completion_tokens",
        "https://eu.api.openai.com/v1, max_completion_tokens",
        "https://acme.openai.azure.com/openai/v1, max_completion_tokens",
        "https://openrouter.ai/api/v1, max_tokens",
        "http://127.0.0.1:8000/v1, max_tokens",
        "https://notopenai.com/v1, max_tokens"})
    void openai_itself_has_another_word_for_the_limit(String baseUrl, String field) throws JsonProcessingException {
        send(Wire.OPENAI, config(Vendor.OPENAI, baseUrl));

        JsonNode body = new ObjectMapper().readTree(recorder.requests.getFirst().body());
        assertEquals(300, body.path(field).asInt());
        assertEquals(1, body.propertyStream().filter(property -> property.getKey().startsWith("max_")).count());
    }

    @ParameterizedTest @CsvSource({
        "OPENAI, https://api.openai.com/v1/chat/completions",
        "ANTHROPIC, https://api.anthropic.com/v1/messages",
        "OLLAMA, http://localhost:11434/api/chat",
        "GEMINI, https://generativelanguage.googleapis.com/v1beta/models/gemini-3.5-flash-lite:generateContent"})
    void a_vendor_is_asked_at_its_own_address(Wire wire, String url) {
        send(wire, config(Vendor.valueOf(wire.name()), ""));

        assertEquals(url, recorder.requests.getFirst().url());
    }

    @Test
    void a_server_without_a_key_gets_none() {
        ModelConfig keyless = new ModelConfig(
                "main",
                Vendor.OPENAI,
                Optional.empty(),
                Optional.empty(),
                Optional.of(URI.create("http://127.0.0.1:1/v1")),
                Duration.ofSeconds(1),
                300,
                false,
                Optional.empty());
        send(Wire.OPENAI, keyless);

        assertEquals(
                List.of(),
                recorder.requests.getFirst().headers().keySet().stream().filter("Authorization"::equalsIgnoreCase).toList());
    }

    private void send(Wire wire, ModelConfig config) {
        recorder.answer = wire.answer("Hello.");
        VendorClients.client(config, recorder).chat("Hi");
    }

    private static ModelConfig config(Vendor vendor, String baseUrl) {
        return new ModelConfig(
                "main",
                vendor,
                Optional.empty(),
                Optional.of(new Secret(Wire.KEY)),
                Optional.of(baseUrl)
                        .filter(url -> !url.isEmpty())
                        .map(URI::create),
                Duration.ofSeconds(1),
                300,
                false,
                Optional.empty());
    }

    private static final class Recorder implements HttpClient, HttpClientBuilder {

        private final List<HttpRequest> requests = new ArrayList<>();
        private String answer = "";

        @Override
        public SuccessfulHttpResponse execute(HttpRequest request) {
            requests.add(request);
            return SuccessfulHttpResponse.builder().statusCode(200).body(answer).build();
        }

        @Override
        public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
            throw new AssertionError("no model is asked for a stream");
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return this;
        }
    }
}
