package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.conversation.Role;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.in.SendCommand;
import dev.parley.ports.in.SendCommand.Words;
import dev.parley.ports.message.Direction;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final List<String> MEMBERS = List.of("id", "agentId", "messagingConnectionId", "callId", "conversationId", "channel",
            "direction", "fromNumber", "toNumber", "body", "status", "providerMessageId", "generatedByLlm", "errorMessage", "createdAt",
            "errorCode", "segments", "encoding", "media", "scheduledAt", "updatedAt");

    private final FakeCore core = new FakeCore();
    private final Rig rig = Rig.with(core);
    private final Client client = rig.client(FakeCore.ADMIN_KEY);

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void a_raw_text_is_sent() {
        Answer answer = client.post("/v1/messages", """
                {"to":"+12025550123","from":"+15005550006","agentId":"0197e5a8-2f10-7c3b-9d55-3a5c8f1e7b90",
                 "messagingConnectionId":"0197e5a8-2f10-7c3b-9d55-3a5c8f1e7b91","body":"  Grüße \\ud83d\\ude00 ","generate":false}""");
        assertEquals(201, answer.status());
        SendCommand command = core.texts.commands.getFirst();
        assertEquals(new PhoneNumber("+12025550123"), command.to());
        assertEquals(Optional.of(new PhoneNumber("+15005550006")), command.from());
        assertEquals("0197e5a8-2f10-7c3b-9d55-3a5c8f1e7b90", command.agent().orElseThrow().toString());
        assertEquals("0197e5a8-2f10-7c3b-9d55-3a5c8f1e7b91", command.connection().orElseThrow().toString());
        assertEquals(new Words.Raw("  Grüße 😀 "), command.words());
        assertEquals(FakeCore.DEFAULT, command.organization());
        assertEquals(command.id().toString(), answer.data().path("id").asText());
        assertEquals(MEMBERS, names(answer.data()));
        assertEquals("  Grüße 😀 ", answer.data().path("body").asText());
    }

    @Test
    void a_text_is_composed_from_a_history_of_the_callers() {
        client.post("/v1/messages", """
                {"to":"+12025550123","generate":true,"body":null,"smsPrompt":"Be {{mood}}","variables":{"mood":"kind"},
                 "messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":""}]}""");
        var words = (Words.Generated) core.texts.commands.getFirst().words();
        assertEquals(Optional.of(List.of(new Turn(Role.USER, "Hi"), new Turn(Role.ASSISTANT, ""))), words.history());
        assertEquals(Optional.of("Be {{mood}}"), words.prompt());
        assertEquals(Optional.of("kind"), words.variables().find("mood"));
    }

    @Test
    void a_text_is_composed_from_the_conversation() {
        Answer answer = client.post("/v1/messages", "{\"to\":\"+12025550123\",\"generate\":true}");
        var words = (Words.Generated) core.texts.commands.getFirst().words();
        assertEquals(Optional.empty(), words.history());
        assertEquals(Optional.empty(), words.prompt());
        assertTrue(answer.data().path("generatedByLlm").asBoolean());
    }

    @Test
    void what_only_generation_uses_may_stand_beside_a_body() {
        assertEquals(201, client.post("/v1/messages", """
                {"to":"+12025550123","body":"Hi","messages":[],"smsPrompt":"x","variables":{}}""").status());
    }

    @Test
    void a_refusal_of_the_provider_names_the_message() {
        core.texts.sending = command -> {
            core.texts.messages.put(core.texts.outbound(command, MessageStatus.FAILED, Optional.of(new Failure(
                    "recipient_invalid",
                    "21211: Not a number"))));
            return Result.rejected(Rejection.of(Rejection.Kind.UPSTREAM, "provider_refused", "21211: Not a number").about(command.id()));
        };
        Answer answer = client.post("/v1/messages", "{\"to\":\"+12025550123\",\"body\":\"Hi\"}");
        assertEquals(502, answer.status());
        assertEquals("provider_refused", answer.code());
        assertEquals("21211: Not a number", answer.json().path("detail").asText());
        JsonNode logged = client.get("/v1/messages/" + answer.json().path("messageId").asText()).data();
        assertEquals("failed", logged.path("status").asText());
        assertEquals("recipient_invalid", logged.path("errorCode").asText());
        assertEquals("21211: Not a number", logged.path("errorMessage").asText());
        assertTrue(logged.path("providerMessageId").isNull());
    }

    @Test
    void a_refusal_keeps_its_code_and_its_fields() {
        core.texts.sending = _ -> Result.rejected(Rejection.invalid("to", "recipient_opted_out", "They asked for no more texts."));
        Answer answer = client.post("/v1/messages", "{\"to\":\"+12025550123\",\"body\":\"Hi\"}");
        assertEquals(422, answer.status());
        assertEquals("urn:parley:problem:recipient_opted_out", answer.json().path("type").asText());
        assertEquals("recipient_opted_out", answer.json().at("/errors/0/code").asText());
        assertFalse(answer.json().has("messageId"));
    }

    @Test
    void a_text_that_came_in_says_what_became_of_it() {
        String id = core.texts.received(FakeCore.DEFAULT).id().toString();
        JsonNode data = client.get("/v1/messages/" + id).data();
        List<String> members = new ArrayList<>(MEMBERS);
        members.addAll(List.of("replyMessageId", "handledAs"));
        assertEquals(members, names(data));
        assertEquals("inbound", data.path("direction").asText());
        assertEquals("received", data.path("status").asText());
        assertEquals("replied", data.path("handledAs").asText());
        assertEquals("UCS-2", data.path("encoding").asText());
        assertEquals("[{\"contentType\":\"image/jpeg\",\"url\":\"https://media.example/1\"}]", data.path("media").toString());
    }

    @Test
    void a_text_is_scheduled_and_taken_back() {
        Answer answer = client.post("/v1/messages", """
                {"to":"+12025550123","body":"Hello","sendAt":"2026-02-01T09:00:00.5+01:00"}""");
        assertEquals(201, answer.status());
        assertEquals("scheduled", answer.data().path("status").asText());
        assertEquals("2026-02-01T08:00:00.500Z", answer.data().path("scheduledAt").asText());
        assertEquals(Optional.of(Instant.parse("2026-02-01T08:00:00.5Z")), core.texts.commands.getFirst().sendAt());
        assertEquals(200, client.delete("/v1/messages/" + answer.data().path("id").asText()).status());
    }

    @Test
    void a_time_to_send_at_is_a_time() {
        assertEquals(422, client.post("/v1/messages", "{\"to\":\"+12025550123\",\"body\":\"Hello\",\"sendAt\":\"tomorrow\"}").status());
        assertEquals(400, client.post("/v1/messages", "{\"to\":\"+12025550123\",\"body\":\"Hello\",\"sendAt\":1769932800}").status());
        assertEquals(201, client.post("/v1/messages", "{\"to\":\"+12025550123\",\"body\":\"Hello\",\"sendAt\":null}").status());
    }

    @Test
    void only_a_scheduled_text_can_be_taken_back() {
        String sent = client.post("/v1/messages", "{\"to\":\"+12025550123\",\"body\":\"Hello\"}").data().path("id").asText();
        Answer late = client.delete("/v1/messages/" + sent);
        assertEquals(409, late.status());
        assertEquals("not_scheduled", late.json().path("code").asText());
        assertEquals(404, client.delete("/v1/messages/nothing").status());
    }

    @Test
    void a_list_is_narrowed_by_what_is_asked_for() {
        String conversation = core.texts.conversation(FakeCore.DEFAULT).id().toString();
        assertEquals(200, client.get("/v1/messages?conversationId=" + conversation
                + "&contact=%2B12025550123&direction=inbound&status=undelivered&since=2026-01-31T12:00:00Z&until=2026-02-01T00:00:00%2B02:00")
                .status());
        var filter = core.texts.filters.getFirst();
        assertEquals(conversation, filter.conversation().orElseThrow().toString());
        assertEquals(Optional.of("+12025550123"), filter.contact());
        assertEquals(Optional.of(Direction.INBOUND), filter.direction());
        assertEquals(Optional.of(MessageStatus.UNDELIVERED), filter.status());
        assertEquals(Optional.of(Instant.parse("2026-01-31T12:00:00Z")), filter.since());
        assertEquals(Optional.of(Instant.parse("2026-01-31T22:00:00Z")), filter.until());
        assertEquals(Optional.empty(), filter.agent());
    }

    @Test
    void a_plus_sign_that_was_not_escaped_is_understood() {
        client.get("/v1/messages?contact=+12025550123");
        assertEquals(Optional.of("+12025550123"), core.texts.filters.getFirst().contact());
        client.get("/v1/conversations?contact=+12025550123&state=human");
        assertEquals(Optional.of("+12025550123"), core.texts.conversationFilters.getFirst().contact());
    }

    @Test
    void a_text_from_a_simulated_phone_is_taken() {
        core.texts.simulating = (organization, from, to, body) -> Result.ok(organization + " " + from + " " + to + " " + body);
        Answer answer = client.post("/v1/simulator/texts", "{\"from\":\"+12025550123\",\"to\":\"+15005550006\",\"body\":\"\"}");
        assertEquals(202, answer.status());
        assertEquals(FakeCore.DEFAULT + " +12025550123 +15005550006 ", answer.data().path("providerMessageId").asText());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
