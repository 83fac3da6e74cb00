package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.spi.Reason;
import dev.parley.testkit.fake.FakeModels;
import dev.parley.testkit.fake.FakeProvider;
import dev.parley.testkit.fake.FakeWebhook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WholeCoreTest {

    private static final String OURS = "+15005550006";
    private static final String CONTACT = "+12025550123";

    private final WholeCore core = new WholeCore();
    private final Client client = core.rig.client(WholeCore.OPERATOR_KEY);

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void a_text_that_comes_in_is_answered_and_both_can_be_read() {
        Shop shop = new Shop(client);
        core.models.willAnswer(FakeModels.answer("We open at nine."));
        Answer taken = carrier(FakeWebhook.text("in-1", CONTACT, OURS, "When do you open?"), "signature");
        assertEquals(204, taken.status());
        assertEquals("We open at nine.", core.provider(shop.connection).sent().getFirst().body());
        assertEquals("https://parley.example/base/webhooks/fake/" + shop.connectionId() + "/status", core.provider(shop.connection)
                .sent()
                .getFirst()
                .statusUrl()
                .toString());
        JsonNode messages = client.get("/v1/messages?contact=+12025550123").data();
        assertEquals(List.of("outbound", "inbound"), messages.findValuesAsText("direction"));
        assertEquals("replied", messages.at("/1/handledAs").asText());
        assertEquals(messages.at("/0/id"), messages.at("/1/replyMessageId"));
        JsonNode conversation = client.get("/v1/conversations").data().path(0);
        assertEquals(OURS, conversation.path("ourNumber").asText());
        assertTrue(conversation.path("unansweredSince").isNull());
    }

    @Test
    void a_text_of_the_callers_joins_the_conversation() {
        Shop shop = new Shop(client);
        Answer sent =
                client.post("/v1/messages", "{\"to\":\"%s\",\"agentId\":\"%s\",\"body\":\" Hi! \"}".formatted(CONTACT, shop.agentId()));
        assertEquals(201, sent.status());
        assertEquals("sent", sent.data().path("status").asText());
        assertEquals(OURS, sent.data().path("fromNumber").asText());
        carrier(FakeWebhook.text("in-1", CONTACT, OURS, "Who is this?"), "signature");
        String history = core.models.asked().getFirst().request().toString();
        assertEquals(sent.data().path("conversationId"), client.get("/v1/messages").data().at("/0/conversationId"), history);
    }

    @Test
    void a_prompt_that_is_far_too_long_is_named() {
        String config = "{\"inboundMode\":\"auto_reply\",\"smsPrompt\":\"" + "a".repeat(70_000) + "\"}";
        Answer refused = client.post("/v1/agents", "{\"name\":\"A\",\"messagingConfig\":" + config + "}");
        assertEquals(List.of("422", "too_long"), List.of(Integer.toString(refused.status()), refused.code()));
        assertEquals("messagingConfig.smsPrompt", refused.field());
    }

    @Test
    void a_text_is_sent_once_however_often_it_is_asked_for() {
        Shop shop = new Shop(client);
        String text = "{\"to\":\"%s\",\"from\":\"%s\",\"body\":\"Hi!\"}".formatted(CONTACT, OURS);
        Answer first = client.with("Idempotency-Key", "a").post("/v1/messages", text);
        assertEquals(first.body(), client.with("Idempotency-Key", "a").post("/v1/messages", text).body());
        assertEquals(1, core.provider(shop.connection).sent().size());
    }

    @Test
    void a_provider_that_refuses_is_quoted() {
        Shop shop = new Shop(client);
        core.provider(shop.connection).willAnswer(FakeProvider.refused(Reason.RECIPIENT_INVALID));
        Answer refused = client.post("/v1/messages", "{\"to\":\"%s\",\"from\":\"%s\",\"body\":\"Hi!\"}".formatted(CONTACT, OURS));
        assertEquals("provider_refused", refused.code());
        JsonNode logged = client.get("/v1/messages/" + refused.json().path("messageId").asText()).data();
        assertEquals("recipient_invalid", logged.path("errorCode").asText());
        assertEquals(refused.json().path("detail"), logged.path("errorMessage"));
    }

    @Test
    void a_connection_is_checked_and_not_again_at_once() {
        Shop shop = new Shop(client);
        String address = "/v1/messaging-connections/" + shop.connectionId() + "/check";
        Answer checked = client.send("POST", address, Optional.empty());
        assertEquals(List.of("credentials", "number", "webhook", "signing"), checked.data().findValuesAsText("point"));
        assertEquals("Fake cannot be asked about an account.", checked.data().at("/findings/0/detail").asText());
        assertEquals(429, client.send("POST", address, Optional.empty()).status());
        carrier(FakeWebhook.text("in-1", CONTACT, OURS, "Hi"), "wrong");
        core.clock.passTime(Duration.ofSeconds(5));
        Answer again = client.send("POST", address, Optional.empty());
        assertEquals(List.of(false, "bad"), List.of(again.data().path("ok").asBoolean(), again.data().at("/findings/3/grade").asText()));
    }

    @Test
    void what_is_forged_or_for_nobody_is_kept_apart() {
        new Shop(client);
        assertEquals(403, carrier(FakeWebhook.text("in-1", CONTACT, OURS, "Hi"), "wrong").status());
        assertEquals(204, carrier(FakeWebhook.text("in-2", CONTACT, "+15005550009", "Hi").ofAccount("A1"), "signature").status());
        assertEquals(0, client.get("/v1/messages").data().size());
        assertEquals("unknown_number", client.get("/v1/quarantine").data().at("/0/reason").asText());
        assertEquals("https://parley.example/base/webhooks/fake/inbound",
                client.get("/v1/signature-failures").data().at("/0/url").asText());
    }

    @Test
    void what_core_does_not_allow_names_the_field_as_it_was_sent() {
        Shop shop = new Shop(client);
        refused("messagingConfig.smsPrompt", "required", "{\"messagingConfig\":{\"smsPrompt\":null}}", shop);
        refused("messagingConfig.maxSegments", "out_of_range", "{\"messagingConfig\":{\"maxSegments\":11}}", shop);
        refused("messagingConfig.inboundWebhookUrl", "address_not_allowed",
                "{\"messagingConfig\":{\"inboundWebhookUrl\":\"https://forbidden.example/\"}}", shop);
        refused("messagingConfig.webhookSecret", "not_allowed", "{\"messagingConfig\":{\"webhookSecret\":\"hunter2\"}}", shop);
        refused("name", "too_long", "{\"name\":\"" + "a".repeat(129) + "\"}", shop);
        assertEquals("too_long", client.post("/v1/messages", "{\"to\":\"%s\",\"from\":\"%s\",\"body\":\"%s\"}".formatted(CONTACT, OURS, "a"
                .repeat(1601))).code());
    }

    @Test
    void organizations_see_nothing_of_each_other() {
        Shop shop = new Shop(client);
        carrier(FakeWebhook.text("in-1", CONTACT, OURS, "Hi"), "signature");
        Answer other = client.post("/v1/organizations", "{\"name\":\"Other\"}");
        Client stranger = core.rig.client(other.data().path("apiKey").asText());
        List<String> own = List.of(
                "/v1/agents/" + shop.agentId(),
                "/v1/messaging-connections/" + shop.connectionId(),
                "/v1/phone-numbers/" + shop.number.data().path("id").asText(),
                "/v1/messages/" + client.get("/v1/messages").data().at("/0/id").asText(),
                "/v1/conversations/" + client.get("/v1/conversations").data().at("/0/id").asText());
        for (String address : own) {
            assertEquals(200, client.get(address).status(), address);
            hidden(address, path -> stranger.get(path));
            if (core.rig.api()
                    .endpoints()
                    .stream()
                    .anyMatch(e -> e.method().text().equals("DELETE") && address.startsWith(e.path()
                            .replace(
                                    "{id}", "")))) {
                if (!address.startsWith("/v1/messages/")) {
                    hidden(address, path -> stranger.patch(path, "{}"));
                }
                hidden(address, path -> stranger.delete(path));
            }
        }
        hidden("/v1/messaging-connections/" + shop.connectionId(), path -> stranger.send("POST", path + "/check", Optional.empty()));
        hidden("/v1/messages?agentId=" + shop.agentId(), stranger::get);
        hidden(shop.agentId(),
                id -> stranger.post("/v1/messages", "{\"to\":\"%s\",\"body\":\"Hi\",\"agentId\":\"%s\"}".formatted(CONTACT, id)));
        hidden(shop.connectionId(), id -> stranger.post("/v1/messages", "{\"to\":\"%s\",\"body\":\"Hi\",\"messagingConnectionId\":\"%s\"}"
                .formatted(CONTACT, id)));
        hidden(shop.connectionId(), id -> stranger.post("/v1/agents", "{\"name\":\"A\",\"messagingConnectionId\":\"%s\"}".formatted(id)));
        hidden(OURS, number -> stranger.post("/v1/messages", "{\"to\":\"%s\",\"body\":\"Hi\",\"from\":\"%s\"}".formatted(CONTACT, number
                .replaceAll("[0-9a-f]{8}-.*", "+15005550001"))));
        assertEquals(409, stranger.post("/v1/phone-numbers", "{\"e164\":\"%s\",\"messagingConnectionId\":\"%s\"}".formatted(OURS, new Shop(
                stranger,
                "+15005550008").connectionId())).status());
        for (String list : List.of("/v1/agents?limit=1", "/v1/messages", "/v1/conversations", "/v1/quarantine", "/v1/signature-failures")) {
            assertTrue(
                    stranger.get(list).data().findValuesAsText("id").stream().noneMatch(id -> own.stream().anyMatch(o -> o.contains(id))));
        }
    }

    private static void hidden(String address, Function<String, Answer> ask) {
        Answer foreign = ask.apply(address);
        assertEquals(404, foreign.status(), foreign.body());
        for (String nobody : List.of("01970000-0000-7000-8000-ffffffffffff", "x")) {
            Answer missing = ask.apply(address.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}$", nobody));
            assertEquals(foreign.bodyButRequestId(), missing.bodyButRequestId(), address);
        }
    }

    private void refused(String field, String code, String patch, Shop shop) {
        Answer answer = client.patch("/v1/agents/" + shop.agentId(), patch);
        assertEquals(422, answer.status(), answer.body());
        assertEquals(field, answer.field());
        assertEquals(code, answer.json().at("/errors/0/code").asText());
    }

    private Answer carrier(FakeWebhook webhook, String signature) {
        String form = webhook.fields()
                .stream()
                .map(f -> f.name() + "=" + URLEncoder.encode(f.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return core.rig.stranger()
                .with("Content-Type", "application/x-www-form-urlencoded", FakeWebhook.SIGNATURE, signature)
                .send("POST", "/webhooks/fake/inbound", Optional.of(form));
    }

    /** A connection, an agent that answers at once, and its number, made over HTTP. */
    private static final class Shop {

        private final Answer connection;
        private final Answer agent;
        private final Answer number;

        Shop(Client client) {
            this(client, OURS);
        }

        Shop(Client client, String ours) {
            connection = client.post("/v1/messaging-connections", """
                    {"provider":"fake","name":"Main","credentials":{"account":"A1","secret":"signature"}}""");
            agent = client.post("/v1/agents", """
                    {"name":"Front desk","messagingConnectionId":"%s","messagingConfig":
                      {"inboundMode":"auto_reply","smsPrompt":"Be kind.","replyDelaySeconds":0}}""".formatted(connectionId()));
            number = client.post("/v1/phone-numbers", """
                    {"e164":"%s","messagingConnectionId":"%s","agentId":"%s"}""".formatted(ours, connectionId(), agentId()));
            assertEquals(201, number.status(), number.body());
        }

        String connectionId() {
            return connection.data().path("id").asText();
        }

        String agentId() {
            return agent.data().path("id").asText();
        }
    }
}
