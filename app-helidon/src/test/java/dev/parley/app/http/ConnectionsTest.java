package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.in.ConnectionReport;
import dev.parley.ports.spi.SelfCheck.Finding;
import dev.parley.ports.spi.SelfCheck.Grade;
import dev.parley.ports.spi.SelfCheck.Point;
import dev.parley.ports.spi.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private static final String MAIN = """
            {"provider":"twilio","name":"Main","credentials":{"accountSid":"AC0123456789","authToken":"0123456789abcdef","apiKeySid":null},
             "settings":{"region":"ie1","messagesPerSecond":1.5,"paced":true}}""";

    private final FakeCore core = new FakeCore();
    private final Rig rig = Rig.with(core);
    private final Client client = rig.client(FakeCore.ADMIN_KEY);

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void a_connection_is_shown_without_its_secrets() {
        Answer made = client.post("/v1/messaging-connections", MAIN);
        JsonNode data = made.data();
        assertEquals("{\"accountSid\":\"AC0123456789\",\"authToken\":\"••••cdef\"}", data.path("credentials").toString());
        assertEquals("{\"messagesPerSecond\":\"1.5\",\"paced\":\"true\",\"region\":\"ie1\"}", data.path("settings").toString());
        assertTrue(data.path("problem").isNull(), made.body());
        String base = "https://parley.example/base/webhooks/twilio/" + data.path("id").asText();
        assertEquals("{\"inboundUrl\":\"" + base + "/inbound\",\"statusUrl\":\"" + base + "/status\"}", data.path("webhooks").toString());
        assertEquals(Optional.of("\"1\""), made.header("ETag"));
        assertEquals("0123456789abcdef", token());
        assertFalse(client.get("/v1/messaging-connections").body().contains("0123456789abcdef"));
    }

    @Test
    void every_credential_of_a_provider_that_is_gone_is_masked() {
        Answer made = client.post("/v1/messaging-connections", MAIN.replace("\"twilio\"", "\"gone\""));
        assertEquals("••••6789", made.data().at("/credentials/accountSid").asText());
    }

    @Test
    void a_patch_merges_field_by_field() {
        String address = address(client.post("/v1/messaging-connections", MAIN));
        Answer changed = client.patch(address, """
                {"credentials":{"authToken":"fedcba9876543210","apiKeySid":"SK1"},"settings":{"region":null,"messagesPerSecond":2}}""");
        assertEquals(200, changed.status(), changed.body());
        assertEquals(Set.of("accountSid", "authToken", "apiKeySid"), stored().credentials().keySet());
        assertEquals("fedcba9876543210", token());
        assertEquals(Map.of("messagesPerSecond", "2", "paced", "true"), stored().settings());
        assertEquals("Main", stored().name());
    }

    @Test
    void a_whole_connection_can_be_sent_back() {
        Answer made = client.post("/v1/messaging-connections", MAIN);
        Answer same = client.patch(address(made), made.data().toString());
        assertEquals(200, same.status(), same.body());
        assertEquals("0123456789abcdef", token());
        assertEquals("read_only", client.patch(address(made), "{\"provider\":\"vonage\"}").code());
    }

    @Test
    void null_removes_all_of_a_part() {
        String address = address(client.post("/v1/messaging-connections", MAIN));
        assertEquals(200, client.patch(address, "{\"credentials\":null,\"settings\":null}").status());
        assertTrue(stored().credentials().isEmpty());
        assertTrue(stored().settings().isEmpty());
        assertEquals("required", client.patch(address, "{\"name\":null}").code());
    }

    @Test
    void a_change_can_be_meant_for_one_version() {
        String address = address(client.post("/v1/messaging-connections", MAIN));
        assertEquals(200, client.with("If-Match", "\"1\"").patch(address, "{\"name\":\"B\"}").status());
        assertEquals(412, client.with("If-Match", "\"1\"").patch(address, "{\"name\":\"C\"}").status());
        assertEquals(412, client.with("If-Match", "\"1\"").delete(address).status());
        assertEquals(204, client.with("If-Match", "\"2\"").delete(address).status());
    }

    @Test
    void a_provider_says_what_its_form_needs() {
        JsonNode twilio = client.get("/v1/providers").data().path(0);
        assertEquals("twilio", twilio.path("name").asText());
        assertEquals(
                """
                {"name":"authToken","place":"credentials","secret":true,"required":true,"generated":false,"choices":[],"help":"Below it."}""",
                twilio.at("/settings/1").toString());
        assertEquals("[\"us1\",\"ie1\"]", twilio.at("/settings/2/choices").toString());
        assertEquals(15000, twilio.at("/capabilities/answerWithinMillis").asInt());
    }

    @Test
    void a_check_tells_what_was_found() {
        String address = address(client.post("/v1/messaging-connections", MAIN)) + "/check";
        Answer answer = client.send("POST", address, Optional.empty());
        assertEquals(200, answer.status(), answer.body());
        assertEquals(
                """
                {"ok":true,"findings":[\
                {"point":"credentials","grade":"good","number":null,"detail":"Fine."},\
                {"point":"number","grade":"unknown","number":"+15005550006","detail":"Ask them."}],\
                "checkedAt":"%s"}""".formatted(core.clock.instant()),
                answer.data().toString());
    }

    @Test
    void a_check_with_a_bad_finding_is_not_ok_and_no_error() {
        String address = address(client.post("/v1/messaging-connections", MAIN)) + "/check";
        core.connections.checking = _ -> Result.ok(
                new ConnectionReport(List.of(Finding.of(Point.SIGNING, Grade.BAD, "Not signed.")), core.clock.instant()));
        Answer answer = client.send("POST", address, Optional.empty());
        assertEquals(200, answer.status());
        assertFalse(answer.data().path("ok").asBoolean(true));
    }

    @Test
    void a_check_right_after_another_is_put_off() {
        String address = address(client.post("/v1/messaging-connections", MAIN)) + "/check";
        core.connections.checking = _ -> Result.rejected(Rejection.of(Rejection.Kind.TOO_SOON, "checked_just_now", "A moment ago."));
        Answer answer = client.send("POST", address, Optional.empty());
        assertEquals(429, answer.status());
        assertEquals("checked_just_now", answer.code());
        assertEquals(Optional.of("5"), answer.header("Retry-After"));
    }

    @Test
    void a_number_is_moved_from_agent_to_agent() {
        String connection = client.post("/v1/messaging-connections", MAIN).data().path("id").asText();
        String agent = client.post("/v1/agents", "{\"name\":\"A\"}").data().path("id").asText();
        Answer made = client.post("/v1/phone-numbers", "{\"e164\":\"+15005550006\",\"messagingConnectionId\":\"%s\",\"agentId\":\"%s\"}"
                .formatted(connection, agent));
        assertEquals(List.of("+15005550006"), client.get("/v1/agents/" + agent).data().path("phoneNumbers").findValuesAsText("e164"));
        String address = "/v1/phone-numbers/" + made.data().path("id").asText();
        assertEquals(409,
                client.post("/v1/phone-numbers", "{\"e164\":\"+15005550006\",\"messagingConnectionId\":\"%s\"}".formatted(connection))
                        .status());
        assertTrue(client.patch(address, "{\"agentId\":null}").data().path("agentId").isNull());
        assertEquals("read_only", client.patch(address, "{\"e164\":\"+15005550007\"}").code());
        assertEquals("required", client.patch(address, "{\"messagingConnectionId\":null}").code());
        assertEquals(200, client.with("If-Match", "\"2\"").patch(address, made.data().toString()).status());
        assertEquals(412, client.with("If-Match", "\"2\"").delete(address).status());
        assertEquals(204, client.delete(address).status());
    }

    private String token() {
        return new Settings(stored().credentials()).get("authToken");
    }

    private Connection stored() {
        return core.connections.shelf.all(_ -> true).getFirst();
    }

    private static String address(Answer made) {
        assertEquals(201, made.status(), made.body());
        return "/v1/messaging-connections/" + made.data().path("id").asText();
    }
}
