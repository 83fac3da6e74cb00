package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.FakeVonage.Saying;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Vonage's SMS API takes long texts apart and does not join them: here they are one text again, on the way in and on the way out. */
@ParameterizedClass(name = "on {0}") @EnumSource(Database.class) @TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VonageLongTextTest {

    @Parameter
    private Database database;

    private VonageTown town;
    private VonageLine line;

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void a_business_puts_in_its_account(@TempDir Path folder) throws IOException {
        town = new VonageTown(database, folder);
        line = town.line("sms", "sha256");
    }

    @AfterParameterizedClassInvocation
    void it_closes() {
        town.close();
    }

    @Test
    void parts_that_come_in_disorder_and_one_of_them_twice_are_one_text_and_have_one_reply() throws Exception {
        String contact = town.newContact();

        bring(contact, VonageHook.text("0B3", "and bring it on Sunday.").part("17", 3, 3));
        bring(contact, VonageHook.text("0B1", "Please bake me ").part("17", 1, 3));
        bring(contact, VonageHook.text("0B3", "and bring it on Sunday.").part("17", 3, 3));
        bring(contact, VonageHook.text("0B2", "a large cake 🎂 ").part("17", 2, 3));

        assertEquals(VonageTown.ANSWER, town.vonage().nextTo(contact).get("text"));
        town.onlyTextTo(contact, "sent");
        assertEquals(List.of("Please bake me a large cake 🎂 and bring it on Sunday."), bodies(contact));
    }

    @Test
    void a_part_that_comes_once_more_after_all_has_been_answered_changes_nothing() throws Exception {
        String contact = town.newContact();
        VonageHook second = VonageHook.text("0C2", "bread?").part("18", 2, 2);
        bring(contact, VonageHook.text("0C1", "Rye ").part("18", 1, 2));
        bring(contact, second);
        town.vonage().nextTo(contact);
        town.onlyTextTo(contact, "sent");

        bring(contact, second);
        assertEquals(200, line.text("0C3", contact, "Hello?"));
        town.vonage().nextTo(contact);

        assertEquals(List.of("Rye bread?", "Hello?"), bodies(contact));
        assertEquals(0, town.vonage().unseenTo(contact));
    }

    @Test
    void a_stop_in_two_parts_is_a_stop() {
        String contact = town.newContact();
        bring(contact, VonageHook.text("0D2", "OP").part("19", 2, 2));
        bring(contact, VonageHook.text("0D1", "ST").part("19", 1, 2));
        JsonNode stop = Running.eventually(() -> town.messages("inbound", contact).stream().findFirst());

        assertEquals("STOP", stop.path("body").asText());
        assertEquals("opt_out", stop.path("handledAs").asText());
        assertEquals(422, line.send(contact, "Your cake is ready.").statusCode());
        assertEquals(0, town.vonage().unseenTo(contact));
    }

    @Test
    void a_text_of_ours_is_delivered_when_every_part_is() {
        String contact = town.newContact();
        sendInParts(contact, "0E1", "0E2", "0E3");

        assertEquals(List.of("sent", "sent", "delivered"), List.of(
                afterReceipt(contact, "0E2", "delivered", "0"),
                afterReceipt(contact, "0E3", "delivered", "0"),
                afterReceipt(contact, "0E1", "delivered", "0")));
        assertEquals("0E1", town.onlyTextTo(contact, "delivered").path("providerMessageId").asText());
        assertEquals(3, town.onlyTextTo(contact, "delivered").path("segments").asInt());
    }

    @Test
    void a_text_of_ours_has_failed_when_one_part_has_whatever_becomes_of_the_others() {
        String contact = town.newContact();
        sendInParts(contact, "0F1", "0F2", "0F3");

        assertEquals(List.of("sent", "failed", "failed"), List.of(
                afterReceipt(contact, "0F1", "delivered", "0"),
                afterReceipt(contact, "0F2", "failed", "6"),
                afterReceipt(contact, "0F3", "delivered", "0")));
        assertEquals("content_rejected", town.onlyTextTo(contact, "failed").path("errorCode").asText());
    }

    @Test
    void a_part_that_was_not_taken_makes_the_text_fail_and_it_is_not_sent_again() throws Exception {
        String contact = town.newContact();
        town.vonage().willSay(contact, new Saying(200, """
                {"message-count":"2","messages":[{"status":"0","message-id":"0G1","to":"1"},
                 {"status":"1","error-text":"Throughput Rate Exceeded - please wait [ 50 ] and retry"}]}"""));

        assertEquals(502, line.send(contact, "Long. ".repeat(40)).statusCode());

        town.onlyTextTo(contact, "failed");
        town.vonage().nextTo(contact);
        assertEquals(200, line.text("0G2", contact, "Hello?"));
        assertEquals(VonageTown.ANSWER, town.vonage().nextTo(contact).get("text"));
    }

    private void bring(String contact, VonageHook part) {
        assertEquals(200, line.text(part, contact));
    }

    private void sendInParts(String contact, String...ids) {
        town.vonage().willSay(contact, Saying.parts(ids));
        var answer = line.send(contact, "Long. ".repeat(70));
        assertEquals(201, answer.statusCode(), answer::body);
        assertTrue(answer.body().contains("\"sent\""), answer.body());
    }

    /** The receipt of a part names that part alone. */
    private String afterReceipt(String contact, String part, String status, String errCode) {
        assertEquals(200, line.receipt(VonageHook.receipt(part, status, errCode), contact));
        return town.messages("outbound", contact).getFirst().path("status").asText();
    }

    private List<String> bodies(String contact) {
        return town.messages("inbound", contact).stream().map(text -> text.path("body").asText()).toList();
    }
}
