package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

/** Everything that can be done, done once. */
final class Tour {

    private final FakeCore core;
    private final Client client;

    Tour(FakeCore core, Client client) {
        this.core = core;
        this.client = client;
    }

    void take() {
        String connection = made("/v1/messaging-connections", """
                {"provider":"twilio","name":"Main","credentials":{"accountSid":"AC1","authToken":"0123456789abcdef"},
                 "settings":{"region":"us1","messagesPerSecond":1}}""");
        String agent = made("/v1/agents", """
                {"name":"Front desk","messagingConnectionId":"%s","messagingConfig":{"inboundMode":"off"}}""".formatted(connection));
        String number = made("/v1/phone-numbers", """
                {"e164":"+15005550006","messagingConnectionId":"%s","agentId":"%s"}""".formatted(connection, agent));
        change("/v1/messaging-connections", connection, "{\"name\":\"Other\"}");
        change("/v1/agents", agent, "{\"status\":\"disabled\"}");
        change("/v1/phone-numbers", number, "{\"agentId\":null}");
        expect(200, client.send("POST", "/v1/messaging-connections/" + connection + "/check", Optional.empty()));
        texts();
        remove("/v1/phone-numbers", number);
        remove("/v1/agents", agent);
        remove("/v1/messaging-connections", connection);
        operator();
        carriers();
        deliveries();
    }

    private void texts() {
        String message = made("/v1/messages", "{\"to\":\"+12025550123\",\"body\":\"Hello\"}");
        String scheduled = made("/v1/messages", "{\"to\":\"+12025550123\",\"body\":\"Hello\",\"sendAt\":\"2026-02-01T09:00:00+01:00\"}");
        expect(200, client.delete("/v1/messages/" + scheduled));
        core.texts.received(FakeCore.DEFAULT);
        expect(200, client.get("/v1/messages"));
        expect(200, client.get("/v1/messages/" + message));
        String conversation = core.texts.conversation(FakeCore.DEFAULT).id().toString();
        expect(200, client.get("/v1/conversations"));
        expect(200, client.get("/v1/conversations/" + conversation));
        expect(202, client.post("/v1/simulator/texts", "{\"from\":\"+12025550123\",\"to\":\"+15005550006\",\"body\":\"Hi\"}"));
    }

    private void operator() {
        String key = made("/v1/api-keys", """
                {"name":"CRM","scopes":["messages:send","messages:read"],"expiresAt":"2027-01-01T00:00:00Z"}""");
        expect(200, client.get("/v1/api-keys"));
        remove("/v1/api-keys", key);
        String organization = made("/v1/organizations", "{\"name\":\"Acme\"}");
        expect(200, client.get("/v1/organizations"));
        expect(200, client.patch("/v1/organizations/" + organization, "{\"status\":\"suspended\"}"));
    }

    private void carriers() {
        String quarantined = core.quarantine().id().toString();
        core.refuseSignature();
        expect(200, client.get("/v1/quarantine"));
        expect(200, client.get("/v1/quarantine/" + quarantined));
        expect(200, client.send("POST", "/v1/quarantine/" + quarantined + "/replay", Optional.empty()));
        expect(200, client.get("/v1/signature-failures"));
        expect(200, client.get("/v1/providers"));
        expect(200, client.get("/openapi"));
        for (String kind : new String[] {"inbound", "status"}) {
            for (String owner : new String[] {"", core.ids.next() + "/"}) {
                String path = "/webhooks/twilio/" + owner + kind;
                expect(200, client.send("POST", path, Optional.of("Body=Hi")));
                expect(200, client.get(path + "?Body=Hi"));
            }
        }
    }

    private void deliveries() {
        String delivery = "/v1/webhook-deliveries/" + core.deliveries.dead().id();
        expect(200, client.get("/v1/webhook-deliveries?status=dead"));
        expect(200, client.get(delivery));
        expect(200, client.send("POST", delivery + "/replay", Optional.empty()));
        expect(200, client.post("/v1/webhook-delivery-replays", "{\"status\":\"dead\"}"));
    }

    private String made(String path, String json) {
        Answer answer = client.post(path, json);
        expect(201, answer);
        return answer.data().path("id").asText();
    }

    private void change(String path, String id, String patch) {
        expect(200, client.get(path));
        expect(200, client.get(path + "/" + id));
        expect(200, client.patch(path + "/" + id, patch));
    }

    private void remove(String path, String id) {
        expect(204, client.delete(path + "/" + id));
    }

    private static void expect(int status, Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
    }
}
