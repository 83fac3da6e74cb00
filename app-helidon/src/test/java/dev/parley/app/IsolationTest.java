package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.app.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Two organizations in one installation: what belongs to one is, for the other, like something that does not exist. */
class IsolationTest {

    private static final String NOBODYS = "01234567-89ab-7cde-8f01-23456789abcd";

    @TempDir
    private Path folder;

    private Running parley;
    private String stranger;
    private Map<String, String> ours;

    @BeforeEach
    void two_organizations() {
        parley = Running.in(folder, Map.of());
        stranger = parley.post("/v1/organizations", "{\"name\":\"Strangers\"}").path("apiKey").asText();
        var bakery = new Bakery(parley);
        String agent = bakery.open(0);
        bakery.text("Hi, my name is Anna");
        bakery.reply(1);
        ours = Map.of(
                "agents", agent,
                "messaging-connections", first("/v1/messaging-connections"),
                "phone-numbers", first("/v1/phone-numbers"),
                "api-keys", parley.post("/v1/api-keys", "{\"name\":\"ours\",\"scopes\":[\"messages:read\"]}").path("id").asText(),
                "messages", first("/v1/messages"),
                "conversations", first("/v1/conversations"));
    }

    @AfterEach
    void it_closes() {
        parley.close();
    }

    @Test
    void every_address_with_an_id_answers_the_stranger_as_if_it_named_nothing() throws IOException {
        List<String> tried = new ArrayList<>();
        for (Operation operation : operationsWithAnId()) {
            String theirs = ours.get(operation.resource());
            if (theirs != null) {
                assertSame(operation, theirs);
                tried.add(operation.toString());
            }
        }
        assertTrue(tried.size() >= 11, tried::toString);
    }

    @Test
    void no_request_can_name_the_others_things() {
        String agent = theirs("agents");
        String connection = theirs("messaging-connections");
        String own = answer("POST", "/v1/messaging-connections", "{\"provider\":\"simulator\",\"name\":\"Own\"}").path("data")
                .path("id")
                .asText();

        assertRefused("/v1/messages", "{\"to\":\"+12025550199\",\"body\":\"x\",\"agentId\":\"%s\"}", agent);
        assertRefused("/v1/messages", "{\"to\":\"+12025550199\",\"body\":\"x\",\"messagingConnectionId\":\"%s\"}", connection);
        assertRefused("/v1/agents", "{\"name\":\"x\",\"messagingConnectionId\":\"%s\"}", connection);
        assertRefused("/v1/phone-numbers", "{\"e164\":\"+15005550019\",\"messagingConnectionId\":\"%s\",\"agentId\":null}", connection);
        assertRefused("/v1/phone-numbers", "{\"e164\":\"+15005550019\",\"messagingConnectionId\":\"" + own + "\",\"agentId\":\"%s\"}",
                agent);
    }

    @Test
    void nobody_can_send_from_text_or_take_the_others_number() {
        String own = answer("POST", "/v1/messaging-connections", "{\"provider\":\"simulator\",\"name\":\"Own\"}").path("data")
                .path("id")
                .asText();
        String send = "{\"to\":\"+12025550199\",\"body\":\"x\",\"from\":\"%s\",\"messagingConnectionId\":\"" + own + "\"}";

        for (String number : List.of(Bakery.NUMBER, "+15005550018")) {
            assertEquals("number_not_found", answer("POST", "/v1/messages", send.formatted(number)).path("code").asText());
            assertEquals("number_not_found",
                    answer("POST", "/v1/simulator/texts", "{\"from\":\"+12025550199\",\"to\":\"%s\",\"body\":\"x\"}".formatted(number))
                            .path("code")
                            .asText());
        }
        String take = "{\"e164\":\"%s\",\"messagingConnectionId\":\"%s\",\"agentId\":null}".formatted(Bakery.NUMBER, own);
        assertEquals("number_taken", answer("POST", "/v1/phone-numbers", take).path("code").asText());
    }

    @Test
    void the_lists_of_the_stranger_are_empty() {
        for (String list : List.of("agents", "messages", "conversations", "phone-numbers", "messaging-connections", "quarantine",
                "signature-failures")) {
            assertEquals(0, answer("GET", "/v1/" + list, "").path("data").size(), list);
        }
        assertEquals(0, answer("GET", "/v1/messages?conversationId=" + theirs("conversations"), "").path("data").size());
        assertEquals(0, answer("GET", "/v1/messages?agentId=" + theirs("agents"), "").path("data").size());
    }

    private record Operation(String method, String path) {

        String resource() {
            return Path.of(path).getName(1).toString();
        }

        String at(String id) {
            return path.replaceFirst("\\{\\w+}", id);
        }
    }

    private static List<Operation> operationsWithAnId() throws IOException {
        try (InputStream in = IsolationTest.class.getResourceAsStream("/openapi.yaml")) {
            JsonNode paths = Json.tree(new Yaml(new SafeConstructor(new LoaderOptions())).load(in)).path("paths");
            var found = new ArrayList<Operation>();
            paths.properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                if (path.getKey().startsWith("/v1/") && path.getKey().contains("{") && !method.equals("parameters")) {
                    found.add(new Operation(method.toUpperCase(Locale.ROOT), path.getKey()));
                }
            }));
            return found;
        }
    }

    private void assertSame(Operation operation, String theirs) {
        HttpResponse<String> foreign = ask(operation.method(), operation.at(theirs), "{}");
        HttpResponse<String> missing = ask(operation.method(), operation.at(NOBODYS), "{}");

        assertEquals(404, foreign.statusCode(), operation::toString);
        assertEquals(withoutRequestId(missing), withoutRequestId(foreign), operation::toString);
    }

    private void assertRefused(String path, String body, String theirs) {
        HttpResponse<String> foreign = ask("POST", path, body.formatted(theirs));
        HttpResponse<String> missing = ask("POST", path, body.formatted(NOBODYS));

        assertEquals(404, foreign.statusCode(), foreign::body);
        assertEquals(withoutRequestId(missing), withoutRequestId(foreign));
    }

    private static String withoutRequestId(HttpResponse<String> answer) {
        return answer.body().replaceFirst("\"requestId\":\"[^\"]+\"", "");
    }

    private JsonNode answer(String method, String path, String body) {
        return read(ask(method, path, body).body());
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> ask(String method, String path, String body) {
        boolean bare = method.equals("GET") || method.equals("DELETE");
        var request = HttpRequest.newBuilder(parley.url(path)).header("x-api-key", stranger);
        return parley.send(
                bare
                        ? request.method(method, BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)));
    }

    private String theirs(String resource) {
        return Optional.ofNullable(ours.get(resource)).orElseThrow();
    }

    private String first(String path) {
        return parley.get(path).get(0).path("id").asText();
    }
}
