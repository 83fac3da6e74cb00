package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.spi.Parameter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A business takes its number from one connection to another, and its customers do not notice. */
class MovedNumberTest {

    private static final String NUMBERS = "/v1/phone-numbers";
    private static final String ANSWER = "The answer of the model.";

    @TempDir
    private Path folder;

    private FakeTwilio twilio;
    private FakeModel model;
    private Running parley;
    private Bakery bakery;
    private String agent;
    private String simulated;
    private String carried;

    @BeforeEach
    void a_business_has_two_connections_and_a_number_at_the_first() throws IOException {
        twilio = new FakeTwilio();
        model = new FakeModel();
        var environment = new HashMap<>(twilio.environment());
        environment.putAll(model.environment());
        parley = Running.in(folder, environment);
        bakery = new Bakery(parley);
        agent = bakery.open(0);
        simulated = bakery.number().path("messagingConnectionId").asText();
        carried = parley.post("/v1/messaging-connections", """
                {"provider":"twilio","name":"Real","credentials":{"accountSid":"%s","authToken":"%s"}}"""
                .formatted(FakeTwilio.ACCOUNT, FakeTwilio.TOKEN)).path("id").asText();
    }

    @AfterEach
    void it_closes() {
        model.close();
        parley.close();
        twilio.close();
    }

    @Test
    void its_conversation_goes_on_and_the_answer_goes_through_the_new_connection() throws Exception {
        model.letAnswer();
        bakery.text("Do you have rye bread?");
        assertEquals(ANSWER, bakery.reply(1));
        model.nextQuestion();
        Set<String> before = bakery.conversations();
        JsonNode moved = bakery.moveTo(carried);

        textThroughTwilio("And on Sundays?");
        String question = model.nextQuestion();
        List<Parameter> answer = twilio.nextSent();

        assertEquals(carried, moved.path("messagingConnectionId").asText());
        assertEquals(agent, moved.path("agentId").asText());
        assertInOrder(question, "Do you have rye bread?", ANSWER, "And on Sundays?");
        assertEquals(Bakery.NUMBER, field(answer, "From"));
        assertEquals(Bakery.CONTACT, field(answer, "To"));
        assertEquals(before, bakery.conversations());
        assertEquals(before, bakery.conversationsOf("inbound"));
        assertEquals(before, bakery.conversationsOf("outbound"));
    }

    @Test
    void a_report_of_the_connection_that_it_left_still_finds_its_text() throws Exception {
        bakery.moveTo(carried);
        String id = parley.post("/v1/messages", text("Your cake is ready.")).path("id").asText();
        URI callback = URI.create(field(twilio.nextSent(), "StatusCallback"));
        bakery.moveTo(simulated);

        Map<String, String> delivered =
                Map.of("MessageSid", "SM" + "0".repeat(31) + "1", "AccountSid", FakeTwilio.ACCOUNT, "MessageStatus", "delivered");
        String target = callback.getRawPath() + "?" + callback.getRawQuery();
        assertEquals(200, parley.send(FakeTwilio.webhook(parley, target, delivered, FakeTwilio.TOKEN)).statusCode());

        assertEquals("delivered", parley.get("/v1/messages/" + id).path("status").asText());
        assertEquals(carried, parley.get("/v1/messages/" + id).path("messagingConnectionId").asText());
    }

    @Test
    void whoever_opted_out_has_opted_out() {
        bakery.text("STOP");
        Running.eventually(() -> Optional.of(bakery.messages("inbound")).filter(texts -> texts.size() == 1));
        bakery.moveTo(carried);

        HttpResponse<String> refused = parley.send(HttpRequest.newBuilder(parley.url("/v1/messages"))
                .POST(BodyPublishers.ofString(text("Your cake is ready.")))
                .header("Content-Type", "application/json")
                .header("x-api-key", Running.KEY));

        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("recipient_opted_out"), refused.body());
        assertEquals(0, twilio.unseen());
    }

    @Test
    void what_is_being_answered_is_answered_once() throws Exception {
        bakery.text("Do you have rye bread?");
        model.nextQuestion();
        bakery.moveTo(carried);
        model.letAnswer();

        assertEquals(ANSWER, bakery.reply(1));
        assertEquals(1, bakery.messages("outbound").size());
        assertEquals(0, twilio.unseen());
        assertEquals(bakery.conversations(), bakery.conversationsOf("outbound"));
    }

    @Test
    void a_number_that_is_given_up_and_assigned_anew_finds_its_conversation_again() throws Exception {
        model.letAnswer();
        bakery.text("Do you have rye bread?");
        assertEquals(ANSWER, bakery.reply(1));
        model.nextQuestion();
        Set<String> before = bakery.conversations();

        parley.caller().delete(NUMBERS + "/" + bakery.number().path("id").asText());
        assertEquals(before, bakery.conversations());
        parley.post(NUMBERS, """
                {"e164":"%s","messagingConnectionId":"%s","agentId":"%s"}""".formatted(Bakery.NUMBER, carried, agent));
        textThroughTwilio("And on Sundays?");

        assertInOrder(model.nextQuestion(), "Do you have rye bread?", ANSWER, "And on Sundays?");
        twilio.nextSent();
        assertEquals(before, bakery.conversations());
        assertEquals(before, bakery.conversationsOf("inbound"));
    }

    @Test
    void what_still_comes_through_the_connection_that_it_left_is_kept() {
        bakery.moveTo(carried);
        bakery.moveTo(simulated);
        textThroughTwilio("And on Sundays?");

        JsonNode kept = parley.get("/v1/quarantine").get(0);
        assertEquals("And on Sundays?", kept.path("body").asText());
        assertEquals("unknown_number", kept.path("reason").asText());
    }

    @Test
    void a_webhook_that_comes_again_after_the_number_went_to_a_connection_of_the_same_account_has_no_second_effect() throws Exception {
        model.letAnswer();
        bakery.moveTo(carried);
        textThroughTwilio("Do you have rye bread?");
        twilio.nextSent();
        bakery.moveTo(again());
        textThroughTwilio("Do you have rye bread?");
        textAtTheAddressOf(carried, "Do you have rye bread?");

        assertEquals(1, bakery.messages("inbound").size());
        assertEquals(1, bakery.messages("outbound").size());
        assertEquals(0, parley.get("/v1/quarantine").size());
    }

    @Test
    void a_text_that_is_still_sent_to_the_address_of_the_connection_before_is_answered_through_the_new_one() throws Exception {
        model.letAnswer();
        bakery.moveTo(carried);
        String other = again();
        bakery.moveTo(other);
        textAtTheAddressOf(carried, "Do you have rye bread?");

        assertEquals(ANSWER, field(twilio.nextSent(), "Body"));
        assertEquals(other, bakery.messages("outbound").get(0).path("messagingConnectionId").asText());
    }

    @Test
    void a_report_that_comes_through_another_connection_to_the_account_finds_its_text() throws Exception {
        bakery.moveTo(carried);
        String id = parley.post("/v1/messages", text("Your cake is ready.")).path("id").asText();
        twilio.nextSent();
        bakery.moveTo(again());

        Map<String, String> delivered = Map.of(
                "MessageSid",
                "SM" + "0".repeat(31) + "1",
                "AccountSid",
                FakeTwilio.ACCOUNT,
                "MessageStatus",
                "delivered",
                "From",
                Bakery.NUMBER);
        assertEquals(200, parley.send(FakeTwilio.webhook(parley, "/webhooks/twilio/status", delivered, FakeTwilio.TOKEN)).statusCode());

        assertEquals("delivered", parley.get("/v1/messages/" + id).path("status").asText());
    }

    /** One more connection to the same account. */
    private String again() {
        return parley.post("/v1/messaging-connections", """
                {"provider":"twilio","name":"The same","credentials":{"accountSid":"%s","authToken":"%s"}}"""
                .formatted(FakeTwilio.ACCOUNT, FakeTwilio.TOKEN)).path("id").asText();
    }

    private void textAtTheAddressOf(String connection, String body) {
        Map<String, String> fields = Map.of(
                "MessageSid",
                "SM" + "0".repeat(31) + "a",
                "AccountSid",
                FakeTwilio.ACCOUNT,
                "From",
                Bakery.CONTACT,
                "To",
                Bakery.NUMBER,
                "Body",
                body,
                "NumMedia",
                "0");
        String address = "/webhooks/twilio/" + connection + "/inbound";
        assertEquals(200, parley.send(FakeTwilio.webhook(parley, address, fields, FakeTwilio.TOKEN)).statusCode());
    }

    private void textThroughTwilio(String body) {
        String sid = "SM" + "0".repeat(31) + "a";
        assertEquals(200, parley.send(FakeTwilio.text(parley, sid, body, FakeTwilio.TOKEN)).statusCode());
    }

    private String text(String body) {
        return """
                {"to":"%s","agentId":"%s","body":"%s"}""".formatted(Bakery.CONTACT, agent, body);
    }

    private static void assertInOrder(String text, String...parts) {
        List<Integer> places = Stream.of(parts).map(text::indexOf).toList();
        assertTrue(!places.contains(-1) && places.equals(places.stream().sorted().toList()), () -> places + " in " + text);
    }

    private static String field(List<Parameter> fields, String name) {
        return Parameter.first(fields, name).orElseThrow();
    }
}
