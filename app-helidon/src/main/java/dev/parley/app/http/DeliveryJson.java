package dev.parley.app.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.app.json.JsonObject;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryAttempt;

/** Webhooks of ours to customers, as JSON. */
final class DeliveryJson {

    private static final JsonMapper JSON = new JsonMapper();

    private DeliveryJson() {}

    static JsonObject write(Delivery delivery) {
        return new JsonObject().put("id", delivery.id())
                .put("event", delivery.event())
                .put("agentId", delivery.agent())
                .put("messageId", delivery.about())
                .put("url", delivery.url())
                .put("status", delivery.status().word())
                .put("attempts", delivery.attempts().stream().map(DeliveryJson::write).toList())
                .put("nextAttemptAt", delivery.nextAttemptAt())
                .put("payload", payload(delivery))
                .put("createdAt", delivery.createdAt());
    }

    private static JsonObject write(DeliveryAttempt attempt) {
        return new JsonObject().put("at", attempt.at())
                .put("statusCode", attempt.statusCode())
                .put("error", attempt.error())
                .put("responseBody", attempt.responseBody());
    }

    private static JsonNode payload(Delivery delivery) {
        try {
            return JSON.readTree(delivery.payload());
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a payload of ours is JSON", bug);
        }
    }
}
