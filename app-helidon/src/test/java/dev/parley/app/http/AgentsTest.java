package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.agent.QuietHours;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentsTest {

    private static final String FULL = """
            {"name":"Front desk","status":"disabled","messagingConnectionId":"0197e5a8-2f10-7c3b-9d55-3a5c8f1e7b91",
             "messagingConfig":{"inboundMode":"auto_reply","smsPrompt":"Hello {{name}}","inboundWebhookUrl":"https://example.com/hook",
               "fromNumber":"+15005550006","conversationIdleResetDays":7,"model":"big","replyDelaySeconds":0,"maxSegments":2,
               "disclosure":"I am a bot.","quietHours":{"timezone":"Europe/Berlin","from":"21:00","to":"08:30","action":"suppress"},
               "handoffKeywords":["human","agent"],"fallbackText":"Later!","maxRepliesPerHour":5,
               "events":["message_status","contact_opted_out"],"webhookSecret":"whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz"},
             "defaultVariables":{"name":"Ann","price":19.90,"open":true,"shop":{"city":"Ulm","none":null},"no":null}}""";

    private final FakeCore core = new FakeCore();
    private final Rig rig = Rig.with(core);
    private final Client client = rig.client(FakeCore.ADMIN_KEY);

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void an_agent_is_made_with_everything() {
        JsonNode data = client.post("/v1/agents", FULL).data();
        Agent agent = core.agents.shelf.all(_ -> true).getFirst();
        assertEquals(InboundMode.AUTO_REPLY, agent.config().inboundMode());
        assertEquals(Optional.of(new QuietHours(
                ZoneId.of("Europe/Berlin"),
                LocalTime.of(21, 0),
                LocalTime.of(8, 30),
                QuietHours.Action.SUPPRESS)), agent.config().manners().quietHours());
        assertEquals(Optional.of("19.90"), agent.defaultVariables().find("price"));
        assertEquals(Optional.of("Ulm"), agent.defaultVariables().find("shop.city"));
        assertEquals(Map.of("name", "Ann", "price", new BigDecimal("19.90"), "open", true, "shop", Map.of("city", "Ulm")), agent
                .defaultVariables()
                .values());
        assertEquals("08:30", data.at("/messagingConfig/quietHours/to").asText());
        assertEquals("[\"agent\",\"human\"]", data.at("/messagingConfig/handoffKeywords").toString());
        assertEquals("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz", data.at("/messagingConfig/webhookSecret").asText());
        assertEquals("disabled", data.path("status").asText());
    }

    @Test
    void an_agent_says_little_to_begin_with() {
        JsonNode data = client.post("/v1/agents", "{\"name\":\"A\",\"messagingConfig\":null,\"status\":null}").data();
        assertEquals("active", data.path("status").asText());
        assertEquals("off", data.at("/messagingConfig/inboundMode").asText());
        assertEquals(3, data.at("/messagingConfig/replyDelaySeconds").asInt());
        assertEquals(20, data.at("/messagingConfig/maxRepliesPerHour").asInt());
        assertTrue(data.at("/messagingConfig/quietHours").isNull());
        assertTrue(data.at("/messagingConfig/webhookSecret").asText().startsWith("whsec_"));
        assertEquals(List.of("id", "name", "status", "messagingConnectionId", "messagingConfig", "phoneNumbers", "createdAt", "updatedAt",
                "defaultVariables"), names(data));
    }

    @Test
    void what_revring_keeps_about_calls_is_taken_and_ignored() {
        Answer answer = client.post("/v1/agents", """
                {"name":"A","sipTrunkId":null,"promptTemplate":"x","firstMessage":1,"llmTemperature":0.5,"timezone":"UTC","transferEnabled":true,
                 "transferRoutes":[{"to_number":"+1"}],"voicemailMessage":"","voiceId":"v","voice":{},"playKeypadTouchToneEnabled":false,
                 "knowledgeBaseIds":[],"runtimeConfig":{},"customTools":[],"disableInterruptions":true,"warmTransferConfig":{},
                 "messagingConfig":{"sendMessageEnabled":true,"sendMessageDescriptionOverride":"x"}}""");
        assertEquals(201, answer.status(), answer.body());
        assertEquals(200, client.patch(address(answer), "{\"voiceSpeed\":2,\"messagingConfig\":{\"sendMessageEnabled\":null}}").status());
    }

    @Test
    void a_patch_changes_what_it_names() {
        Answer made = client.post("/v1/agents", FULL);
        Answer changed = client.patch(address(made), """
                {"name":"Back desk","messagingConnectionId":null,"messagingConfig":{"smsPrompt":null,"maxSegments":4,
                 "quietHours":{"to":"07:00"},"handoffKeywords":["boss"]},"defaultVariables":{"name":null,"shop":{"zip":"89073"}}}""");
        assertEquals(200, changed.status(), changed.body());
        JsonNode config = changed.data().path("messagingConfig");
        assertEquals("Back desk", changed.data().path("name").asText());
        assertTrue(changed.data().path("messagingConnectionId").isNull());
        assertTrue(config.path("smsPrompt").isNull());
        assertEquals(4, config.path("maxSegments").asInt());
        assertEquals("auto_reply", config.path("inboundMode").asText());
        assertEquals("{\"timezone\":\"Europe/Berlin\",\"from\":\"21:00\",\"to\":\"07:00\",\"action\":\"suppress\"}",
                config.path("quietHours")
                        .toString());
        assertEquals("[\"boss\"]", config.path("handoffKeywords").toString());
        assertEquals("{\"open\":true,\"price\":19.90,\"shop\":{\"city\":\"Ulm\",\"zip\":\"89073\"}}", changed.data()
                .path("defaultVariables")
                .toString());
        assertEquals(made.data().at("/messagingConfig/webhookSecret"), config.path("webhookSecret"));
    }

    @Test
    void a_patch_may_be_called_what_it_is() {
        Answer made = client.post("/v1/agents", FULL);
        Answer changed = client.with("Content-Type", "application/merge-patch+json")
                .send("PATCH", address(made), Optional.of(
                        "{\"status\":null}"));
        assertEquals("active", changed.data().path("status").asText());
    }

    @Test
    void what_cannot_be_is_refused_and_nothing_is_changed() {
        Answer made = client.post("/v1/agents", FULL);
        assertEquals("required", client.patch(address(made), "{\"name\":null}").code());
        assertEquals("unknown_field", client.patch(address(made), "{\"nom\":\"x\"}").code());
        assertEquals("messagingConfig.maxSegments", client.patch(address(made), "{\"messagingConfig\":{\"maxSegments\":\"2\"}}").field());
        assertEquals("wrong_type", client.patch(address(made), "{\"messagingConfig\":7}").code());
        assertEquals(made.body(), client.get(address(made)).body());
    }

    @Test
    void a_whole_agent_can_be_sent_back() {
        Answer made = client.post("/v1/agents", FULL);
        Answer same = client.patch(address(made), made.data().toString());
        assertEquals(200, same.status(), same.body());
        assertEquals(made.data().path("messagingConfig"), same.data().path("messagingConfig"));
        Answer other = client.patch(address(made), "{\"createdAt\":\"2020-01-01T00:00:00Z\",\"id\":\"x\"}");
        assertEquals(422, other.status());
        assertEquals(List.of("createdAt", "id"), other.json().path("errors").findValuesAsText("field"));
    }

    @Test
    void a_secret_stays_is_replaced_or_is_made_anew() {
        Answer made = client.post("/v1/agents", FULL);
        Agent agent = core.agents.shelf.all(_ -> true).getFirst();
        String old = agent.webhookSecret().current().reveal();
        assertEquals(old, patchSecret(made, "\"" + old + "\""));
        assertEquals(old, patchSecret(made, "\"" + agent.webhookSecret().current().masked() + "\""));
        assertEquals("whsec_new", patchSecret(made, "\"whsec_new\""));
        assertNotEquals("whsec_new", patchSecret(made, "null"));
        assertEquals("wrong_type", client.patch(address(made), "{\"messagingConfig\":{\"webhookSecret\":[]}}").code());
    }

    @Test
    void a_change_is_made_again_when_somebody_was_faster() {
        Answer made = client.post("/v1/agents", FULL);
        core.agents.overtakings.set(3);
        Answer changed = client.patch(address(made), "{\"status\":\"active\"}");
        assertEquals("Overtaken", changed.data().path("name").asText());
        assertEquals("active", changed.data().path("status").asText());
        assertEquals(Optional.of("\"5\""), changed.header("ETag"));
    }

    @Test
    void a_change_can_be_meant_for_one_version() {
        Answer made = client.post("/v1/agents", FULL);
        assertEquals(Optional.of("\"1\""), made.header("ETag"));
        assertEquals(200, matching(made, "\"1\"").patch(address(made), "{\"name\":\"B\"}").status());
        Answer stale = matching(made, "\"1\"").patch(address(made), "{\"name\":\"C\"}");
        assertEquals(412, stale.status());
        assertEquals("stale", stale.code());
        assertEquals(412, matching(made, "W/\"2\"").patch(address(made), "{\"name\":\"C\"}").status());
        assertEquals(412, matching(made, "\"banana\"").delete(address(made)).status());
        assertEquals("bad_if_match", matching(made, "2").patch(address(made), "{\"name\":\"C\"}").code());
        assertEquals(200, matching(made, "\"1\", \"2\"").patch(address(made), "{\"name\":\"C\"}").status());
        core.agents.overtakings.set(1);
        assertEquals(412, matching(made, "\"3\"").patch(address(made), "{\"name\":\"D\"}").status());
        assertEquals(200, matching(made, "*").patch(address(made), "{\"name\":\"D\"}").status());
        assertEquals(204, matching(made, "\"5\"").delete(address(made)).status());
    }

    private Client matching(Answer made, String tag) {
        assertTrue(made.header("ETag").isPresent());
        return client.with("If-Match", tag);
    }

    private String patchSecret(Answer made, String secret) {
        Answer answer = client.patch(address(made), "{\"messagingConfig\":{\"webhookSecret\":" + secret + "}}");
        assertEquals(200, answer.status(), answer.body());
        return answer.data().at("/messagingConfig/webhookSecret").asText();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String address(Answer made) {
        assertEquals(201, made.status(), made.body());
        return "/v1/agents/" + made.data().path("id").asText();
    }
}
