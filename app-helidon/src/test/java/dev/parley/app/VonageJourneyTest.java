package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.FakeVonage.Sent;
import dev.parley.app.VonageHook.Shape;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text of a customer comes in, as Vonage may bring and sign it, and the answer goes out: everything real but Vonage and the model. */
@ParameterizedClass(name = "on {0}") @EnumSource(Database.class) @TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VonageJourneyTest {

    private static final List<String> METHODS = List.of("md5hash", "md5", "sha1", "sha256", "sha512");
    private static final String TEXT = "Größe? 👍🏽 a+b & c=d 100%";

    @Parameter
    private Database database;

    private VonageTown town;
    private Map<String, VonageLine> lines;

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void businesses_put_in_their_accounts(@TempDir Path folder) throws IOException {
        town = new VonageTown(database, folder);
        lines = METHODS.stream().collect(Collectors.toMap(Function.identity(), method -> town.line("sms", method)));
    }

    @AfterParameterizedClassInvocation
    void it_closes() {
        town.close();
    }

    private static Stream<Arguments> ways() {
        return METHODS.stream()
                .flatMap(method -> Stream.of(Shape.values())
                        .flatMap(shape -> Stream.of("own", "shared").map(address -> Arguments.of(method, shape, address))));
    }

    @ParameterizedTest(name = "signed by {0}, as {1}, to the {2} address") @MethodSource("ways")
    void a_text_of_the_sms_api_is_answered(String method, Shape shape, String address) throws Exception {
        VonageLine line = line(method);
        String contact = town.newContact();

        VonageHook hook = line.signed(VonageHook.text("0A" + contact.substring(1), TEXT), contact);
        assertAcknowledged(town.parley().send(hook.to(address(line, address), shape)));

        assertAnswered(line, contact, town.vonage().nextTo(contact), "/sms/json");
        assertEquals(List.of(TEXT), bodies(contact));
    }

    @ParameterizedTest(name = "sending by {0}, to the {1} address") @MethodSource("apis")
    void a_text_of_the_messages_api_is_answered_by_the_api_that_the_connection_sends_by(String api, String address) throws Exception {
        VonageLine line = town.line(api, "sha256");
        String contact = town.newContact();

        HttpRequest.Builder hook = line.signed(address(line, address), line.message(uuid(contact), contact, TEXT));
        assertAcknowledged(town.parley().send(hook));

        assertAnswered(line, contact, town.vonage().nextTo(contact), api.equals("sms") ? "/sms/json" : "/v1/messages");
        assertEquals(List.of(TEXT), bodies(contact));
    }

    private static Stream<Arguments> apis() {
        return Stream.of("sms", "messages").flatMap(api -> Stream.of("own", "shared").map(address -> Arguments.of(api, address)));
    }

    @ParameterizedTest @MethodSource("ways")
    void a_forged_and_an_unsigned_text_of_the_sms_api_leave_no_message(String method, Shape shape, String address) {
        VonageLine line = line(method);
        String contact = town.newContact();
        VonageHook text = line.filled(VonageHook.text("0A" + contact.substring(1), "Hello"), contact);
        URI url = address(line, address);

        assertEquals(403, town.parley().send(text.to(url, shape)).statusCode());
        VonageHook forged = text.signedAt(Instant.now(), method, "another secret");
        assertEquals(403, town.parley().send(forged.to(url, shape)).statusCode());
        VonageHook changed = text.signedAt(Instant.now(), method, VonageLine.SIGNATURE_SECRET).with("text", "Hell");
        assertEquals(403, town.parley().send(changed.to(url, shape)).statusCode());

        assertNothingCame(contact);
    }

    @Test
    void a_text_signed_by_another_method_than_the_connection_says_is_refused_and_the_right_one_is_named() {
        VonageLine line = line("sha256");
        String contact = town.newContact();
        VonageHook hook = line.filled(VonageHook.text("0A1", "Hello"), contact)
                .signedAt(Instant.now(), "md5hash", VonageLine.SIGNATURE_SECRET);

        assertEquals(403, town.parley().send(hook.to(line.ownAddress(), Shape.FORM)).statusCode());

        assertNothingCame(contact);
        Running.eventually(() -> Optional.of(town.parley().get("/v1/signature-failures").toString())
                .filter(failures -> failures.contains("set signatureMethod to md5hash")));
    }

    @ParameterizedTest @ValueSource(strings = {"own", "shared"})
    void a_text_of_the_messages_api_that_is_forged_is_refused_and_one_that_is_unsigned_is_to_come_again(String address) throws Exception {
        VonageLine line = town.line("messages", "sha256");
        String contact = town.newContact();
        URI url = address(line, address);
        String json = line.message(uuid(contact), contact, "Hello");

        assertEquals(403, town.parley().send(line.signed(url, json, "another secret")).statusCode());
        HttpRequest.Builder changed = line.signed(url, json)
                .POST(HttpRequest.BodyPublishers.ofString(json.replace("Hello", "Hell!")));
        assertEquals(403, town.parley().send(changed).statusCode());
        assertEquals(503, town.parley().send(line.unsigned(url, json)).statusCode());
        assertNothingCame(contact);

        assertEquals(200, town.parley().send(line.signed(url, json)).statusCode());
        assertAnswered(line, contact, town.vonage().nextTo(contact), "/v1/messages");
    }

    @Test
    void a_text_that_was_tried_for_an_hour_is_taken_and_the_same_again_has_no_effect() throws Exception {
        VonageLine line = line("sha512");
        String contact = town.newContact();
        VonageHook hook = line.signedAt(Instant.now().minus(Duration.ofHours(1)), VonageHook.text("0A2", "Hello"), contact);

        assertAcknowledged(town.parley().send(hook.to(line.ownAddress(), Shape.JSON)));
        town.vonage().nextTo(contact);
        town.onlyTextTo(contact, "sent");
        assertAcknowledged(town.parley().send(hook.to(line.ownAddress(), Shape.JSON)));
        assertEquals(200, line.text("0A2", contact, "Hello"));

        assertEquals(200, line.text("0A3", contact, "Are you there?"));
        town.vonage().nextTo(contact);
        assertEquals(List.of("Hello", "Are you there?"), bodies(contact));
        assertEquals(0, town.vonage().unseenTo(contact));
    }

    @Test
    void a_text_signed_in_the_future_is_refused() {
        VonageLine line = line("sha256");
        String contact = town.newContact();
        VonageHook hook = line.signedAt(Instant.now().plus(Duration.ofMinutes(10)), VonageHook.text("0A4", "Hello"), contact);

        assertEquals(403, town.parley().send(hook.to(line.ownAddress(), Shape.GET)).statusCode());

        assertNothingCame(contact);
    }

    @Test
    void an_address_that_vonage_tries_before_it_stores_it_answers_200_and_that_does_not_spoil_the_check_of_the_connection() {
        VonageLine line = town.line("sms", "sha1");
        assertAcknowledged(town.parley().send(HttpRequest.newBuilder(line.ownAddress()).GET()));

        JsonNode report = town.parley().post("/v1/messaging-connections/" + line.connection() + "/check", "{}");

        assertFalse(report.toString().contains("refused in the last 24 hours"), report::toString);
        assertFalse(town.parley().get("/v1/signature-failures").toString().contains(line.connection()));
    }

    private VonageLine line(String method) {
        return Optional.ofNullable(lines.get(method)).orElseThrow();
    }

    private static URI address(VonageLine line, String which) {
        return which.equals("own") ? line.ownAddress() : line.sharedAddress();
    }

    private static String uuid(String contact) {
        return "11111111-2222-3333-4444-0" + contact.substring(1);
    }

    private static void assertAcknowledged(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer::body);
        assertEquals("", answer.body());
    }

    private void assertAnswered(VonageLine line, String contact, Sent reply, String api) {
        String id = town.onlyTextTo(contact, "sent").path("id").asText();
        String login = Base64.getEncoder().encodeToString((line.apiKey() + ":" + VonageLine.SECRET).getBytes(StandardCharsets.UTF_8));
        boolean bySms = api.equals("/sms/json");
        assertEquals(api, reply.api());
        assertEquals("Basic " + login, reply.login());
        assertEquals(line.number().substring(1), reply.get("from"));
        assertEquals(contact.substring(1), reply.get("to"));
        assertEquals(VonageTown.ANSWER, reply.get("text"));
        assertEquals("text", reply.get(bySms ? "type" : "sms.encoding_type"));
        assertEquals(id, reply.get(bySms ? "client-ref" : "client_ref"));
        assertEquals(FakeVonage.PUBLIC_URL + line.statusPath(), reply.get(bySms ? "callback" : "webhook_url"));
    }

    private void assertNothingCame(String contact) {
        assertEquals(List.of(), bodies(contact));
        assertTrue(town.messages("outbound", contact).isEmpty());
        assertEquals(0, town.vonage().unseenTo(contact));
    }

    private List<String> bodies(String contact) {
        return town.messages("inbound", contact).stream().map(text -> text.path("body").asText()).toList();
    }
}
