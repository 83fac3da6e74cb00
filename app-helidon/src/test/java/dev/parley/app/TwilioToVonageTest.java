package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.app.FakeVonage.Sent;
import dev.parley.ports.spi.Parameter;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A business leaves Twilio with its number for Vonage, and comes back. */
@ParameterizedClass(name = "on {0}") @EnumSource(Database.class)
class TwilioToVonageTest {

    private static final String ANSWER = "The answer of the model.";
    private static final String KEY = "abcd1234";

    @TempDir
    private Path folder;

    private final Database database;

    private FakeTwilio twilio;
    private FakeVonage vonage;
    private FakeModel model;
    private Running parley;
    private Bakery bakery;
    private String atTwilio;
    private VonageLine line;

    TwilioToVonageTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void a_business_has_its_number_at_twilio_and_an_account_at_vonage() throws IOException {
        twilio = new FakeTwilio();
        vonage = new FakeVonage();
        model = new FakeModel();
        model.letAnswer();
        var environment = new HashMap<>(twilio.environment());
        environment.putAll(vonage.environment());
        environment.putAll(model.environment());
        environment.putAll(database.environment());
        parley = Running.in(folder, environment);
        bakery = new Bakery(parley);
        String agent = bakery.open(FakeTwilio.ACCOUNT, FakeTwilio.TOKEN);
        atTwilio = bakery.number().path("messagingConnectionId").asText();
        String atVonage = VonageLine.connect(parley, KEY, "sms", "sha256");
        line = new VonageLine(parley, KEY, "sha256", atVonage, Bakery.NUMBER, agent);
    }

    @AfterEach
    void it_closes() {
        model.close();
        parley.close();
        vonage.close();
        twilio.close();
    }

    @Test
    void its_conversation_goes_on_at_vonage_and_again_at_twilio() throws Exception {
        textThroughTwilio("a", "Do you have rye bread?");
        twilio.nextSent();
        model.nextQuestion();
        Set<String> conversation = settled(1);

        bakery.moveTo(line.connection());
        assertEquals(200, line.text("0A1", Bakery.CONTACT, "And on Sundays?"));
        Sent answer = vonage.nextTo(Bakery.CONTACT);
        assertEquals(Bakery.NUMBER.substring(1), answer.get("from"));
        assertEquals(ANSWER, answer.get("text"));
        assertInOrder(model.nextQuestion(), "Do you have rye bread?", ANSWER, "And on Sundays?");
        assertEquals(conversation, settled(2));

        bakery.moveTo(atTwilio);
        textThroughTwilio("b", "Until when?");
        assertEquals(Optional.of(Bakery.CONTACT), Parameter.first(twilio.nextSent(), "To"));
        assertInOrder(model.nextQuestion(), "Do you have rye bread?", ANSWER, "And on Sundays?", ANSWER, "Until when?");
        assertEquals(conversation, settled(3));
        assertEquals(List.of(atTwilio, line.connection(), atTwilio), connectionsOfReplies());
        assertEquals(0, vonage.unseenTo(Bakery.CONTACT));
        assertEquals(0, twilio.unseen());
    }

    @Test
    void whoever_opted_out_has_opted_out_wherever_the_number_goes() {
        textThroughTwilio("c", "STOP");
        assertOptedOut();

        bakery.moveTo(line.connection());
        assertOptedOut();

        bakery.moveTo(atTwilio);
        assertOptedOut();
        assertEquals(0, vonage.unseenTo(Bakery.CONTACT));
        assertEquals(0, twilio.unseen());
    }

    @Test
    void whoever_opts_in_again_at_vonage_is_texted_at_twilio() throws Exception {
        textThroughTwilio("d", "STOP");
        assertOptedOut();

        bakery.moveTo(line.connection());
        assertEquals(200, line.text("0A2", Bakery.CONTACT, "START"));
        Running.eventually(() -> Optional.of(bakery.messages("inbound")).filter(texts -> texts.size() == 2));

        bakery.moveTo(atTwilio);
        assertEquals(201, line.send(Bakery.CONTACT, "Your cake is ready.").statusCode());
        assertEquals(Optional.of("Your cake is ready."), Parameter.first(twilio.nextSent(), "Body"));
    }

    @Test
    void a_receipt_of_vonage_finds_its_text_after_the_number_has_left() throws Exception {
        bakery.moveTo(line.connection());
        assertEquals(201, line.send(Bakery.CONTACT, "Your cake is ready.").statusCode());
        String id = vonage.nextTo(Bakery.CONTACT).get("client-ref");
        String provider = parley.get("/v1/messages/" + id).path("providerMessageId").asText();
        bakery.moveTo(atTwilio);

        assertEquals(200, line.receipt(VonageHook.receipt(provider, "delivered", "0"), Bakery.CONTACT));

        assertEquals("delivered", parley.get("/v1/messages/" + id).path("status").asText());
    }

    private void textThroughTwilio(String sid, String body) {
        assertEquals(200, parley.send(FakeTwilio.text(parley, "SM" + "0".repeat(31) + sid, body, FakeTwilio.TOKEN)).statusCode());
    }

    /** The conversations of all texts, once so many replies are sent: there is never another. */
    private Set<String> settled(int replies) {
        Running.eventually(() -> Optional.of(bakery.messages("outbound"))
                .filter(texts -> texts.stream().filter(text -> text.path("status").asText().equals("sent")).count() == replies));
        Set<String> all = bakery.conversations();
        assertEquals(1, all.size());
        assertEquals(all, bakery.conversationsOf("inbound"));
        assertEquals(all, bakery.conversationsOf("outbound"));
        return all;
    }

    private List<String> connectionsOfReplies() {
        return bakery.messages("outbound").stream().map(text -> text.path("messagingConnectionId").asText()).toList();
    }

    private void assertOptedOut() {
        HttpResponse<String> refused = line.send(Bakery.CONTACT, "Your cake is ready.");
        assertEquals(422, refused.statusCode(), refused::body);
        assertTrue(refused.body().contains("recipient_opted_out"), refused.body());
    }

    private static void assertInOrder(String text, String...parts) {
        int from = 0;
        for (String part : parts) {
            int found = text.indexOf(part, from);
            assertTrue(found >= 0, () -> part + " in " + text);
            from = found + part.length();
        }
    }
}
