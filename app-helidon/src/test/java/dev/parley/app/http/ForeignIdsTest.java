package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForeignIdsTest {

    private static final List<String> NOBODY = List.of(
            "01970000-0000-7000-8000-ffffffffffff",
            "00000000-0000-0000-0000-000000000000",
            "%27%20OR%201=1--",
            "x",
            "%00",
            "1",
            "0197-1-1-1-1",
            "%C3%A9",
            "..;",
            "null");

    private final FakeCore core = new FakeCore();
    private final Rig rig = Rig.with(core);

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void what_belongs_to_another_looks_like_what_is_not_there() {
        Client owner = rig.client(FakeCore.ADMIN_KEY);
        check("/v1/agents/", id(owner.post("/v1/agents", "{\"name\":\"A\"}")), List.of("GET", "PATCH", "DELETE"));
        String connection = id(owner.post("/v1/messaging-connections", "{\"provider\":\"twilio\",\"name\":\"A\"}"));
        check("/v1/messaging-connections/", connection, List.of("GET", "PATCH", "DELETE"));
        check("/v1/messaging-connections/", connection, "/check", List.of("POST"));
        String number = id(
                owner.post(
                        "/v1/phone-numbers",
                        "{\"e164\":\"+15005550006\",\"messagingConnectionId\":\"%s\"}".formatted(
                                connection)));
        check("/v1/phone-numbers/", number, List.of("GET", "PATCH", "DELETE"));
        check("/v1/messages/", id(owner.post("/v1/messages", "{\"to\":\"+12025550123\",\"body\":\"Hi\"}")), List.of("GET"));
        check("/v1/conversations/", core.texts.conversation(FakeCore.DEFAULT).id().toString(), List.of("GET"));
        String delivery = core.deliveries.dead().id().toString();
        check("/v1/webhook-deliveries/", delivery, List.of("GET"));
        check("/v1/webhook-deliveries/", delivery, "/replay", List.of("POST"));
        String quarantined = core.quarantine().id().toString();
        check("/v1/quarantine/", quarantined, List.of("GET"));
        check("/v1/quarantine/", quarantined, "/replay", List.of("POST"));
        check("/v1/api-keys/", id(owner.post("/v1/api-keys", "{\"name\":\"A\",\"scopes\":[\"admin\"]}")), List.of("DELETE"));
    }

    @Test
    void an_id_in_a_filter_is_looked_up_too() {
        String agent = id(rig.client(FakeCore.ADMIN_KEY).post("/v1/agents", "{\"name\":\"A\"}"));
        String conversation = core.texts.conversation(FakeCore.DEFAULT).id().toString();
        assertEquals(200, rig.client(FakeCore.ADMIN_KEY).get("/v1/messages?agentId=" + agent + "&conversationId=" + conversation).status());
        check("/v1/messages?agentId=", agent, List.of("GET"));
        check("/v1/messages?conversationId=", conversation, List.of("GET"));
        check("/v1/conversations?agentId=", agent, List.of("GET"));
    }

    @Test
    void an_id_in_a_body_that_is_none_is_passed_on_as_one_that_nothing_has() {
        core.texts.sending = _ -> Result.rejected(Rejection.notFound("agent"));
        Answer answer = rig.client(FakeCore.ADMIN_KEY).post("/v1/messages", """
                {"to":"+12025550123","body":"Hi","agentId":"' OR 1=1--","messagingConnectionId":"x"}""");
        assertEquals(404, answer.status());
        var command = core.texts.commands.getFirst();
        assertEquals(new UUID(0, 0), command.agent().orElseThrow().value());
        assertEquals(new UUID(0, 0), command.connection().orElseThrow().value());
    }

    private void check(String address, String id, List<String> methods) {
        check(address, id, "", methods);
    }

    private void check(String address, String id, String rest, List<String> methods) {
        for (String method : methods) {
            Answer foreign = send(FakeCore.OTHER_KEY, method, address + id + rest);
            assertEquals(404, foreign.status(), method + " " + address);
            for (String nobody : NOBODY) {
                Answer missing = send(FakeCore.ADMIN_KEY, method, address + nobody + rest);
                assertEquals(404, missing.status(), method + " " + address + nobody + missing.body());
                if (!missing.body().contains("nothing at this address")) {
                    assertEquals(foreign.bodyButRequestId(), missing.bodyButRequestId(), method + " " + address + nobody);
                }
            }
        }
        assertTrue(send(FakeCore.ADMIN_KEY, methods.getFirst(), address + id + rest).status() < 300, address);
    }

    private Answer send(String key, String method, String target) {
        return method.equals("PATCH") ? rig.client(key).patch(target, "{\"name\":\"B\"}") : rig.client(key)
                .send(
                        method,
                        target,
                        Optional
                                .empty());
    }

    private static String id(Answer made) {
        assertEquals(201, made.status(), made::body);
        return made.data().path("id").asText();
    }
}
