package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A business that answers texts by a system of its own, which is not ours. */
class NotifyTest {

    @TempDir
    private Path folder;

    @Test
    void the_business_is_told_and_what_it_answers_is_sent() throws Exception {
        try (var business = new FakeCustomer("{\"reply\":\"We call you back.\"}");
                Running parley = Running.in(folder, Map.of("PARLEY_ALLOWED_PRIVATE_NETWORKS", "127.0.0.0/8"))) {
            var bakery = new Bakery(parley);
            String agent = bakery.open(0);
            assertEquals(200, notifyAt(parley, agent, business.url("/texts")));
            bakery.text("Please call me");

            FakeCustomer.Told told = business.next();
            JsonNode event = new ObjectMapper().readTree(told.body());
            assertEquals("POST /texts", told.line());
            assertEquals("message_received", event.path("event").asText());
            assertEquals("Please call me", event.path("body").asText());
            assertEquals(agent, event.path("agentId").asText());
            assertTrue(told.signature().startsWith("v1,"), told.signature());
            assertEquals("We call you back.", bakery.reply(1));
        }
    }

    @Test
    void a_private_address_that_the_operator_did_not_allow_is_refused() {
        try (Running parley = Running.in(folder, Map.of())) {
            String agent = new Bakery(parley).open(0);
            assertEquals(422, notifyAt(parley, agent, "http://127.0.0.1:9/texts"));
        }
    }

    @Test
    void a_business_whose_system_is_down_is_told_later_and_nobody_answers_in_its_place() {
        try (Running parley = Running.in(folder, Map.of("PARLEY_ALLOWED_PRIVATE_NETWORKS", "127.0.0.0/8"))) {
            var bakery = new Bakery(parley);
            notifyAt(parley, bakery.open(0), "http://127.0.0.1:9/texts");
            bakery.text("Please call me");
            String handledAs = Running.eventually(() -> Optional.of(bakery.messages("inbound").getFirst().path("handledAs").asText())
                    .filter(word -> !word.equals("null")));
            assertEquals("notified", handledAs);
            assertEquals(0, bakery.messages("outbound").size());
        }
    }

    private static int notifyAt(Running parley, String agent, String url) {
        String patch = "{\"messagingConfig\":{\"inboundMode\":\"notify\",\"inboundWebhookUrl\":\"%s\"}}".formatted(url);
        return parley.send(HttpRequest.newBuilder(parley.url("/v1/agents/" + agent))
                .method("PATCH", BodyPublishers.ofString(patch))
                .header("Content-Type", "application/json")
                .header("x-api-key", Running.KEY)).statusCode();
    }
}
