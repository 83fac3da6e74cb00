package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.spi.Parameter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A business with a Twilio account of its own: everything real but Twilio and the model, and both speak as they really do. */
class TwilioJourneyTest {

    private static final String SID = "SM0000000000000000000000000000000a";

    @TempDir
    private Path folder;

    private FakeTwilio twilio;
    private FakeModel model;
    private Running parley;
    private String agent;

    @BeforeEach
    void a_business_puts_in_its_account() throws IOException {
        twilio = new FakeTwilio();
        model = new FakeModel();
        var environment = new HashMap<>(twilio.environment());
        environment.putAll(model.environment());
        parley = Running.in(folder, environment);
        agent = new Bakery(parley).open(FakeTwilio.ACCOUNT, FakeTwilio.TOKEN);
    }

    @AfterEach
    void it_closes() {
        model.close();
        parley.close();
        twilio.close();
    }

    @Test
    void a_customer_is_answered_and_the_model_knows_the_prompt_and_what_the_crm_sent_before() throws Exception {
        parley.post("/v1/messages", """
                {"to":"%s","agentId":"%s","body":"Your cake is ready."}""".formatted(Bakery.CONTACT, agent));
        assertEquals("Your cake is ready.", field(twilio.nextSent(), "Body"));

        assertEquals(200, text(SID, "Größe? 👍🏽 a+b & c=d 100%").statusCode());
        String question = model.nextQuestion();
        model.letAnswer();
        List<Parameter> reply = twilio.nextSent();

        assertTrue(question.contains("You are the assistant of a bakery."), question);
        assertTrue(question.indexOf("Your cake is ready.") < question.indexOf("Größe? 👍🏽 a+b & c=d 100%"), question);
        assertEquals("The answer of the model.", field(reply, "Body"));
        assertEquals(Bakery.NUMBER, field(reply, "From"));
        assertEquals(Bakery.CONTACT, field(reply, "To"));
    }

    @Test
    void a_connection_is_found_to_be_set_up_and_after_a_wrong_token_not_any_more() throws Exception {
        String connection = "/v1/messaging-connections/" + parley.get("/v1/messaging-connections").get(0).path("id").asText();
        JsonNode good = parley.post(connection + "/check", "{}");
        assertTrue(good.path("ok").asBoolean(), good.toString());
        assertEquals(List.of("good"), good.path("findings").findValuesAsText("grade").stream().distinct().toList());

        String wrong = new Bakery(parley).connect(FakeTwilio.ACCOUNT, "f".repeat(32));
        JsonNode bad = parley.post("/v1/messaging-connections/" + wrong + "/check", "{}");
        assertFalse(bad.path("ok").asBoolean(true), bad.toString());
        assertEquals("bad", bad.at("/findings/0/grade").asText());
    }

    @Test
    void the_webhook_is_acknowledged_before_the_model_answers() throws Exception {
        HttpResponse<String> answer = text(SID, "Hello");

        assertEquals(200, answer.statusCode());
        assertEquals("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>", answer.body());
        assertTrue(model.nextQuestion().contains("Hello"));
        assertEquals(0, twilio.unseen());
    }

    @Test
    void twenty_identical_webhooks_at_once_make_one_message_and_one_reply() throws Exception {
        model.letAnswer();
        List<Integer> answers = IntStream.range(0, 20).parallel().mapToObj(_ -> text(SID, "Hello").statusCode()).toList();
        twilio.nextSent();
        Running.eventually(() -> Optional.of(true).filter(_ -> messages("outbound").getFirst().path("status").asText().equals("sent")));

        assertEquals(List.of(200), answers.stream().distinct().toList());
        assertEquals(1, messages("inbound").size());
        assertEquals(1, messages("outbound").size());
        assertEquals(0, twilio.unseen());
    }

    @Test
    void a_forged_an_unsigned_and_a_foreign_signed_webhook_leave_no_message() {
        assertEquals(403, parley.send(FakeTwilio.text(parley, SID, "Hello", "f".repeat(32))).statusCode());
        assertEquals(403,
                parley.send(FakeTwilio.text(parley, SID, "Hello", FakeTwilio.TOKEN).setHeader("X-Twilio-Signature", "")).statusCode());

        assertEquals(0, messages("inbound").size());
        JsonNode failures = Running.eventually(() -> Optional.of(parley.get("/v1/signature-failures")).filter(list -> list.size() == 2));
        assertTrue(failures.get(0).path("expectedUrls").get(0).asText().startsWith(FakeTwilio.PUBLIC_URL));
    }

    @Test
    void a_report_raises_the_status_and_a_late_one_does_not_lower_it() throws Exception {
        String id = parley.post("/v1/messages", """
                {"to":"%s","agentId":"%s","body":"Hello"}""".formatted(Bakery.CONTACT, agent)).path("id").asText();
        URI callback = URI.create(field(twilio.nextSent(), "StatusCallback"));

        report(callback, "delivered");
        report(callback, "sent");

        assertEquals("delivered", parley.get("/v1/messages/" + id).path("status").asText());
    }

    private void report(URI callback, String status) {
        String target = callback.getRawPath() + "?" + callback.getRawQuery();
        Map<String, String> fields =
                Map.of("MessageSid", "SM" + "0".repeat(31) + "1", "AccountSid", FakeTwilio.ACCOUNT, "MessageStatus", status);
        assertEquals(200, parley.send(FakeTwilio.webhook(parley, target, fields, FakeTwilio.TOKEN)).statusCode());
    }

    private HttpResponse<String> text(String sid, String body) {
        return parley.send(FakeTwilio.text(parley, sid, body, FakeTwilio.TOKEN));
    }

    private List<JsonNode> messages(String direction) {
        return new Bakery(parley).messages(direction);
    }

    private static String field(List<Parameter> fields, String name) {
        return Parameter.first(fields, name).orElseThrow();
    }
}
