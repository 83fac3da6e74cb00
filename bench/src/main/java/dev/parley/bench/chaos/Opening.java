package dev.parley.bench.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.bench.standin.Door;
import dev.parley.bench.standin.Line;
import dev.parley.bench.standin.Way;
import java.util.Map;

/** Makes the organizations of a town, with their accounts, agents and numbers, through the API. */
record Opening(Way way, String operatorKey, int sinkPort) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An organization that is open: its key and its agent. */
    record Shop(Line line, String key, String agent) {}

    Shop open(Line line) throws InterruptedException {
        String key = post(operatorKey, "/v1/organizations", "{\"name\":\"%s\"}".formatted(line.name())).path("apiKey").asText();
        String connection = id(post(key, "/v1/messaging-connections", """
                {"provider":"%s","name":"Account","credentials":%s}""".formatted(line.carrier().word(), credentials(line))));
        String agent = id(post(key, "/v1/agents", """
                {"name":"Agent","messagingConnectionId":"%s","messagingConfig":%s}""".formatted(connection, config(line))));
        post(key, "/v1/phone-numbers", """
                {"e164":"%s","messagingConnectionId":"%s","agentId":"%s"}""".formatted(line.number(), connection, agent));
        return new Shop(line, key, agent);
    }

    private static String credentials(Line line) {
        return switch (line.carrier()) {
            case TWILIO -> "{\"accountSid\":\"%s\",\"authToken\":\"%s\"}".formatted(line.account(), line.secret());
            case VONAGE -> "{\"apiKey\":\"%s\",\"apiSecret\":\"%s\",\"signatureSecret\":\"%s\"}"
                    .formatted(line.account(), line.secret(), line.secret());
        };
    }

    /** The one that a model answers has words for when the model has none; the other hands over to a human then. */
    private String config(Line line) {
        if (line.isNotified()) {
            return """
                    {"inboundMode":"notify","inboundWebhookUrl":"http://127.0.0.1:%d/%s","webhookSecret":"%s","maxRepliesPerHour":1000000}"""
                    .formatted(sinkPort, line.name(), line.hookSecret());
        }
        String fallback = line.carrier() == Line.Kind.VONAGE ? "\"fallbackText\":\"We call you back. %s\",".formatted(line.canary()) : "";
        return """
                {"inboundMode":"auto_reply","smsPrompt":"You answer for %s.",%s"replyDelaySeconds":%d,"maxRepliesPerHour":1000000}"""
                .formatted(line.canary(), fallback, fallback.isEmpty() ? 0 : 1);
    }

    private static String id(JsonNode made) {
        return made.path("id").asText();
    }

    private JsonNode post(String key, String path, String json) throws InterruptedException {
        Door.Answer answer = way.ask("POST", path, Map.of("Content-Type", "application/json", "x-api-key", key), json);
        if (!answer.isGood()) {
            throw new IllegalStateException("POST " + path + ": " + answer.status() + " " + answer.body());
        }
        try {
            return JSON.readTree(answer.body()).path("data");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("POST " + path + " is not answered in JSON", e);
        }
    }
}
