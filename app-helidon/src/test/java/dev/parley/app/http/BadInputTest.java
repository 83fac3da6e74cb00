package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final String TO = "\"to\":\"+12025550123\"";

    private FakeCore core = new FakeCore();
    private Rig rig = Rig.with(core);

    @BeforeAll
    void start() {
        core = new FakeCore();
        rig = Rig.with(core);
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    /** What is sent to {@code POST /v1/messages}, and what it is called. */
    static Stream<Arguments> messages() {
        return Stream.of(
                bad("", 400, "malformed_json", ""),
                bad("{", 400, "malformed_json", ""),
                bad("{} {}", 400, "malformed_json", ""),
                bad("[]", 400, "malformed_json", ""),
                bad("null", 400, "malformed_json", ""),
                bad("{'to':1}", 400, "malformed_json", ""),
                bad("{\"to\":\"+12025550123\",\"to\":\"+12025550124\"}", 400, "malformed_json", ""),
                bad("{\"variables\":" + "[".repeat(32) + "]".repeat(32) + "}", 400, "malformed_json", ""),
                bad("{\"variables\":{\"n\":" + "9".repeat(65) + "}}", 400, "malformed_json", ""),
                bad("{\"body\":\"\u0001\"}", 400, "malformed_json", ""),
                bad("{\"a\":NaN}", 400, "malformed_json", ""),
                bad("{\"body\":\"\\ud800\"}", 422, "not_text", "body"),
                bad("{\"body\":\"a\\u0000b\"}", 422, "not_text", "body"),
                bad("{\"\\udc00\":1}", 400, "malformed_json", ""),
                bad("{\"variables\":{\"n\":[1e999]}}", 422, "out_of_range", "variables.n[0]"),
                bad("{\"variables\":{\"n\":1e-999999999}}", 422, "out_of_range", "variables.n"),
                bad("{\"body\":\"Hi\"}", 400, "required", "to"),
                bad("{\"to\":null,\"body\":\"Hi\"}", 400, "required", "to"),
                bad("{\"to\":[\"+12025550123\"],\"body\":\"Hi\"}", 400, "wrong_type", "to"),
                bad("{\"to\":{\"$gt\":\"\"},\"body\":\"Hi\"}", 400, "wrong_type", "to"),
                bad("{\"to\":12025550123,\"body\":\"Hi\"}", 400, "wrong_type", "to"),
                bad("{\"to\":\"\",\"body\":\"Hi\"}", 422, "not_e164", "to"),
                bad("{\"to\":\"+1\",\"body\":\"Hi\"}", 422, "not_e164", "to"),
                bad("{\"to\":\"+1234567890123456\",\"body\":\"Hi\"}", 422, "not_e164", "to"),
                bad("{\"to\":\"12025550123\",\"body\":\"Hi\"}", 422, "not_e164", "to"),
                bad("{\"to\":\"+1202555FLOW\",\"body\":\"Hi\"}", 422, "not_e164", "to"),
                bad("{\"to\":\"+12025550123\\n\",\"body\":\"Hi\"}", 422, "not_e164", "to"),
                bad("{\"to\":\"+\u0661\u0662\u0663\u0664\",\"body\":\"Hi\"}", 422, "not_e164", "to"),
                bad("{" + TO + ",\"from\":\"ACME\",\"body\":\"Hi\"}", 422, "not_e164", "from"),
                bad("{" + TO + "}", 400, "body_or_generate", "body"),
                bad("{" + TO + ",\"body\":null}", 400, "body_or_generate", "body"),
                bad("{" + TO + ",\"generate\":false}", 400, "body_or_generate", "body"),
                bad("{" + TO + ",\"body\":\"Hi\",\"generate\":true}", 400, "body_or_generate", "body"),
                bad("{" + TO + ",\"body\":7}", 400, "wrong_type", "body"),
                bad("{" + TO + ",\"generate\":\"true\"}", 400, "malformed_fields", "generate"),
                bad("{" + TO + ",\"generate\":true,\"messages\":{}}", 400, "wrong_type", "messages"),
                bad("{" + TO + ",\"generate\":true,\"messages\":[1]}", 400, "wrong_type", "messages[0]"),
                bad("{" + TO + ",\"generate\":true,\"messages\":[{\"role\":\"user\"}]}", 400, "required", "messages[0].content"),
                bad(
                        "{" + TO + ",\"generate\":true,\"messages\":[{\"role\":\"system\",\"content\":\"a\"}]}",
                        422,
                        "not_allowed",
                        "messages[0].role"),
                bad(
                        "{" + TO + ",\"generate\":true,\"messages\":[{\"role\":\"user\",\"content\":\"a\",\"x\":1}]}",
                        400,
                        "unknown_field",
                        "messages[0].x"),
                bad("{" + TO + ",\"generate\":true,\"variables\":[]}", 400, "wrong_type", "variables"),
                bad("{" + TO + ",\"body\":\"Hi\",\"sendAt\":\"tomorrow\"}", 422, "not_a_time", "sendAt"),
                bad("{" + TO + ",\"body\":\"Hi\",\"sendAt\":1769904000}", 400, "wrong_type", "sendAt"),
                bad("{" + TO + ",\"body\":\"Hi\",\"Body\":\"Hi\"}", 400, "unknown_field", "Body"),
                bad("{" + TO + ",\"body\":\"Hi\",\"" + "x".repeat(1000) + "\":1}", 400, "unknown_field", "x".repeat(64) + "…"),
                bad("{\"body\":1,\"x\":1}", 400, "malformed_fields", "to"));
    }

    @ParameterizedTest @MethodSource("messages")
    void a_bad_message_is_named(String json, int status, String code, String field) {
        Answer answer = client().post("/v1/messages", json);
        assertEquals(status, answer.status(), answer.body());
        assertEquals(code, answer.code(), answer.body());
        assertEquals(field, answer.field(), answer.body());
        assertTrue(core.texts.commands.isEmpty());
    }

    static Stream<Arguments> others() {
        return Stream.of(
                at("POST", "/v1/agents", "{}", 400, "required", "name"),
                at("POST", "/v1/agents", "{\"name\":\"A\",\"phoneNumbers\":[]}", 400, "unknown_field", "phoneNumbers"),
                at("POST", "/v1/agents", "{\"name\":\"A\",\"sipTrunkIds\":1}", 400, "unknown_field", "sipTrunkIds"),
                at("POST", "/v1/agents", "{\"name\":\"A\",\"status\":\"asleep\"}", 422, "not_allowed", "status"),
                at("POST", "/v1/agents", config("\"inboundMode\":\"AUTO_REPLY\""), 422, "not_allowed", "messagingConfig.inboundMode"),
                at("POST", "/v1/agents", config("\"replyDelaySeconds\":\"3\""), 400, "wrong_type", "messagingConfig.replyDelaySeconds"),
                at("POST", "/v1/agents", config("\"replyDelaySeconds\":1.5"), 400, "wrong_type", "messagingConfig.replyDelaySeconds"),
                at("POST", "/v1/agents", config("\"maxSegments\":99999999999"), 422, "out_of_range", "messagingConfig.maxSegments"),
                at("POST", "/v1/agents", config("\"events\":[\"everything\"]"), 422, "not_allowed", "messagingConfig.events[0]"),
                at("POST", "/v1/agents", config("\"events\":\"message_status\""), 400, "wrong_type", "messagingConfig.events"),
                at("POST", "/v1/agents", config("\"handoffKeywords\":[null]"), 400, "wrong_type", "messagingConfig.handoffKeywords[0]"),
                at("POST", "/v1/agents", config("\"webhookSecret\":5"), 400, "wrong_type", "messagingConfig.webhookSecret"),
                at(
                        "POST",
                        "/v1/agents",
                        config("\"inboundWebhookUrl\":\"https://a b/\""),
                        422,
                        "address_not_allowed",
                        "messagingConfig.inboundWebhookUrl"),
                at("POST", "/v1/agents", config("\"quietHours\":{}"), 400, "malformed_fields", "messagingConfig.quietHours.timezone"),
                at(
                        "POST",
                        "/v1/agents",
                        config("\"quietHours\":{\"timezone\":\"Mars\",\"from\":\"22:00\",\"to\":\"06:00\"}"),
                        422,
                        "unknown_timezone",
                        "messagingConfig.quietHours.timezone"),
                at(
                        "POST",
                        "/v1/agents",
                        config("\"quietHours\":{\"timezone\":\"UTC\",\"from\":\"22:00\",\"to\":\"24:00\"}"),
                        422,
                        "not_a_time",
                        "messagingConfig.quietHours.to"),
                at("POST", "/v1/agents", config("\"sendMessage\":true"), 400, "unknown_field", "messagingConfig.sendMessage"),
                at("POST", "/v1/phone-numbers", "{\"e164\":\"+1\",\"messagingConnectionId\":\"a\"}", 422, "not_e164", "e164"),
                at("POST", "/v1/messaging-connections", "{\"provider\":\"twilio\"}", 400, "required", "name"),
                at(
                        "POST",
                        "/v1/messaging-connections",
                        "{\"provider\":\"twilio\",\"name\":\"A\",\"credentials\":{\"authToken\":[]}}",
                        400,
                        "wrong_type",
                        "credentials.authToken"),
                at("POST", "/v1/api-keys", "{\"name\":\"A\"}", 400, "required", "scopes"),
                at("POST", "/v1/api-keys", "{\"name\":\"A\",\"scopes\":[\"root\"]}", 422, "not_allowed", "scopes[0]"),
                at(
                        "POST",
                        "/v1/api-keys",
                        "{\"name\":\"A\",\"scopes\":[\"admin\"],\"expiresAt\":\"soon\"}",
                        422,
                        "not_a_time",
                        "expiresAt"),
                at("POST", "/v1/organizations", "{\"name\":5}", 400, "wrong_type", "name"),
                at("POST", "/v1/organizations", "{\"name\":\" \"}", 422, "too_short", "name"),
                at("PATCH", "/v1/organizations/x", "{}", 400, "required", "status"),
                at("PATCH", "/v1/organizations/x", "{\"status\":\"gone\"}", 422, "not_allowed", "status"),
                at("POST", "/v1/simulator/texts", "{\"from\":\"+12025550123\",\"to\":\"+12025550124\"}", 400, "required", "body"),
                at("GET", "/v1/agents?limit=0", "", 400, "bad_limit", "limit"),
                at("GET", "/v1/agents?limit=101", "", 400, "bad_limit", "limit"),
                at("GET", "/v1/agents?limit=ten", "", 400, "bad_limit", "limit"),
                at("GET", "/v1/agents?limit=1&limit=2", "", 400, "repeated_parameter", "limit"),
                at("GET", "/v1/agents?cursor=abc", "", 400, "bad_cursor", "cursor"),
                at("GET", "/v1/agents?cursor=" + "_".repeat(32), "", 400, "bad_cursor", "cursor"),
                at("GET", "/v1/agents?page=2", "", 400, "unknown_parameter", "page"),
                at("GET", "/v1/agents/x?limit=2", "", 400, "unknown_parameter", "limit"),
                at("GET", "/v1/providers?limit=2", "", 400, "unknown_parameter", "limit"),
                at("GET", "/v1/messages?status=banana", "", 422, "not_allowed", "status"),
                at("GET", "/v1/messages?direction=up", "", 422, "not_allowed", "direction"),
                at("GET", "/v1/messages?since=yesterday", "", 422, "not_a_time", "since"),
                at("GET", "/v1/messages?until=%2B1000000000-12-31T23:59:59Z", "", 422, "not_a_time", "until"),
                at("GET", "/v1/messages?contact=", "", 422, "not_an_address", "contact"),
                at("GET", "/v1/messages?contact=" + "1".repeat(65), "", 422, "not_an_address", "contact"),
                at("GET", "/v1/conversations?state=open", "", 422, "not_allowed", "state"));
    }

    @ParameterizedTest @MethodSource("others")
    void a_bad_request_is_named(String method, String target, String json, int status, String code, String field) {
        Answer answer = json.isEmpty() ? client().get(target) : client().json(method, target, json);
        assertEquals(status, answer.status(), answer.body());
        assertEquals(code, answer.code(), answer.body());
        assertEquals(field, answer.field(), answer.body());
    }

    @Test
    void bytes_that_are_not_utf8_are_refused() {
        try (RawConnection raw = rig.raw()) {
            String answer = raw.send(
                    "POST /v1/messages HTTP/1.1\r\nHost: a\r\nConnection: close\r\nx-api-key: " + FakeCore.ADMIN_KEY
                            + "\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n{\"body\":\"\u00ff\u00fe\"}")
                    .everything();
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertTrue(answer.contains("malformed_json"), answer);
        }
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_up_to_twenty() {
        Answer few = client().post("/v1/messages", "{\"to\":5,\"from\":\"x\",\"generate\":1,\"y\":2}");
        assertEquals(List.of("to", "generate", "body", "y", "from"), few.json().path("errors").findValuesAsText("field"));
        Answer many = client().post(
                "/v1/agents",
                "{" + "\"a%d\":1,".repeat(50)
                        .formatted(
                                IntStream.range(0, 50)
                                        .boxed()
                                        .toArray())
                        + "\"name\":\"A\"}");
        assertEquals(20, many.json().path("errors").size());
    }

    @Test
    void a_refusal_does_not_repeat_what_was_sent() {
        Answer answer = client().post("/v1/messages", "{\"body\": hunter2}");
        assertFalse(answer.body().contains("hunter2"), answer.body());
    }

    private Client client() {
        return rig.client(FakeCore.OPERATOR_KEY);
    }

    private static String config(String field) {
        return "{\"name\":\"A\",\"messagingConfig\":{" + field + "}}";
    }

    private static Arguments bad(String json, int status, String code, String field) {
        return Arguments.of(json, status, code, field);
    }

    private static Arguments at(Object...row) {
        return Arguments.of(row);
    }
}
