package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.FakeVonage.Saying;
import dev.parley.app.FakeVonage.Sent;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A text of ours goes to Vonage, and Vonage says one thing or another. */
@ParameterizedClass(name = "on {0}") @EnumSource(Database.class) @TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VonageSendTest {

    private static final Saying THROTTLED = Saying.refusal("1", "Throughput Rate Exceeded - please wait [ 50 ] and retry");
    private static final String UUID = "99999999-2222-3333-4444-555555555555";

    @Parameter
    private Database database;

    private VonageTown town;
    private VonageLine sms;
    private VonageLine messages;

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void two_businesses_put_in_their_accounts(@TempDir Path folder) throws IOException {
        town = new VonageTown(database, folder);
        sms = town.line("sms", "sha256");
        messages = town.line("messages", "sha256");
    }

    @AfterParameterizedClassInvocation
    void it_closes() {
        town.close();
    }

    @ParameterizedTest @CsvSource({"Your cake is ready., text", "Größe à 5 €, text", "Ваш торт готов, unicode",
        "Done 👍🏽 & 1+1=2, unicode"})
    void a_text_is_sent_as_unicode_only_when_it_needs_it(String body, String type) throws Exception {
        String contact = town.newContact();
        assertEquals(201, sms.send(contact, body).statusCode());
        Sent bySms = town.vonage().nextTo(contact);
        assertEquals(body, bySms.get("text"));
        assertEquals(type, bySms.get("type"));

        assertEquals(201, messages.send(contact, body).statusCode());
        Sent byMessages = town.vonage().nextTo(contact);
        assertEquals(body, byMessages.get("text"));
        assertEquals(type, byMessages.get("sms.encoding_type"));
    }

    @Test
    void a_text_that_is_too_much_at_once_is_sent_later_and_once() throws Exception {
        String contact = town.newContact();
        town.vonage().willSay(contact, THROTTLED);

        HttpResponse<String> answer = sms.send(contact, "Your cake is ready.");

        assertEquals(201, answer.statusCode(), answer::body);
        String first = town.vonage().nextTo(contact).get("client-ref");
        assertEquals(first, town.vonage().nextTo(contact).get("client-ref"));
        assertEquals(first, town.onlyTextTo(contact, "sent").path("id").asText());
        assertNothingMoreIsSent(contact);
    }

    @Test
    void a_reply_that_is_too_much_at_once_is_not_lost() throws Exception {
        String contact = town.newContact();
        town.vonage().willSay(contact, THROTTLED, THROTTLED);

        assertEquals(200, sms.text("1A1", contact, "Hello"));

        String first = town.vonage().nextTo(contact).get("client-ref");
        assertEquals(first, town.vonage().nextTo(contact).get("client-ref"));
        assertEquals(first, town.vonage().nextTo(contact).get("client-ref"));
        assertEquals(VonageTown.ANSWER, town.onlyTextTo(contact, "sent").path("body").asText());
    }

    @Test
    void an_account_without_credit_is_told_to_whoever_sends() {
        String contact = town.newContact();
        town.vonage().willSay(contact, Saying.refusal("9", "Quota Exceeded - rejected"));

        HttpResponse<String> answer = sms.send(contact, "Your cake is ready.");

        assertEquals(502, answer.statusCode());
        assertTrue(answer.body().contains("provider_refused") && answer.body().contains("9: Quota Exceeded - rejected"), answer.body());
        assertEquals("provider_account", town.onlyTextTo(contact, "failed").path("errorCode").asText());
        assertEquals(1, town.vonage().unseenTo(contact));
    }

    private static Stream<Saying> unclear() {
        return Stream.of(
                new Saying(500, "{\"title\":\"Internal error\"}"),
                new Saying(503, "<html>Service unavailable</html>"),
                new Saying(200, "<html>Welcome to the hotel's network</html>"),
                Saying.refusal("5", "Internal Error"),
                Saying.NOTHING);
    }

    @ParameterizedTest @MethodSource("unclear")
    void a_text_of_which_nobody_knows_whether_it_went_is_not_sent_again_until_a_receipt_tells(Saying saying) throws Exception {
        String contact = town.newContact();
        town.vonage().willSay(contact, saying);

        HttpResponse<String> answer = sms.send(contact, "Your cake is ready.");

        assertEquals(201, answer.statusCode(), answer::body);
        JsonNode unknown = town.onlyTextTo(contact, "unknown");
        String id = town.vonage().nextTo(contact).get("client-ref");
        assertEquals(id, unknown.path("id").asText());
        assertNothingMoreIsSent(contact);
        assertEquals(200, sms.receipt(VonageHook.receipt("2A" + contact.substring(1), "delivered", "0").with("client-ref", id), contact));
        assertEquals("delivered", town.parley().get("/v1/messages/" + id).path("status").asText());
    }

    @Test
    void an_opt_out_that_a_receipt_tells_of_is_one() throws Exception {
        String contact = town.newContact();
        town.vonage().willSay(contact, Saying.parts("3A1"));
        assertEquals(201, sms.send(contact, "Your cake is ready.").statusCode());
        town.vonage().nextTo(contact);

        assertEquals(200, sms.receipt(VonageHook.receipt("3A1", "failed", "9"), contact));

        assertEquals("opted_out", town.onlyTextTo(contact, "failed").path("errorCode").asText());
        assertOptedOut(sms, contact);
    }

    @Test
    void an_opt_out_that_a_status_of_the_messages_api_tells_of_is_one() throws Exception {
        String contact = town.newContact();
        town.vonage().willSay(contact, Saying.submitted(UUID));
        assertEquals(201, messages.send(contact, "Your cake is ready.").statusCode());
        town.vonage().nextTo(contact);

        String status = messages.rejection(UUID, contact, "1240");
        assertEquals(200, town.parley().send(messages.signed(town.parley().url(messages.statusPath()), status)).statusCode());

        assertEquals("opted_out", town.onlyTextTo(contact, "failed").path("errorCode").asText());
        assertOptedOut(messages, contact);
    }

    private void assertOptedOut(VonageLine line, String contact) {
        HttpResponse<String> refused = line.send(contact, "Once more.");
        assertEquals(422, refused.statusCode(), refused::body);
        assertTrue(refused.body().contains("recipient_opted_out"), refused.body());
        assertEquals(0, town.vonage().unseenTo(contact));
    }

    /** Vonage is given the next text to the contact, and nothing before it. */
    private void assertNothingMoreIsSent(String contact) throws InterruptedException {
        assertEquals(201, sms.send(contact, "Another text.").statusCode());
        assertEquals("Another text.", town.vonage().nextTo(contact).get("text"));
        assertEquals(0, town.vonage().unseenTo(contact));
    }
}
