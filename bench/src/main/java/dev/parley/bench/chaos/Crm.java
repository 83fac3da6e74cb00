package dev.parley.bench.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.bench.chaos.Opening.Shop;
import dev.parley.bench.ledger.Ledger;
import dev.parley.bench.ledger.What;
import dev.parley.bench.standin.Canaries;
import dev.parley.bench.standin.Door;
import dev.parley.bench.standin.Errands;
import dev.parley.bench.standin.Line;
import dev.parley.bench.standin.Way;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The businesses' own programs: send through the API until they know that it was done, and look at what there is. Thread-safe. */
final class Crm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_TRIES = 60;

    private final Way way;
    private final Ledger ledger;
    private final Errands errands;
    private final List<Line> lines;
    private final Map<String, String> shown = new ConcurrentHashMap<>();

    Crm(Way way, Ledger ledger, Errands errands, List<Line> lines) {
        this.way = way;
        this.ledger = ledger;
        this.errands = errands;
        this.lines = lines;
    }

    /** Sends by that many programs at once, which all have the same key, and once more when it is done. */
    void send(Shop shop, String idempotencyKey, String to, int atOnce) {
        String body = "Note %s %s".formatted(idempotencyKey, shop.line().canary());
        String json = "{\"to\":\"%s\",\"agentId\":\"%s\",\"body\":\"%s\"}".formatted(to, shop.agent(), body);
        for (int i = 0; i < atOnce; i++) {
            errands.begin(() -> {
                untilDone(shop, idempotencyKey, json);
                untilDone(shop, idempotencyKey, json);
            });
        }
    }

    private void untilDone(Shop shop, String idempotencyKey, String json) throws InterruptedException {
        Map<String, String> headers =
                Map.of("Content-Type", "application/json", "x-api-key", shop.key(), "Idempotency-Key", idempotencyKey);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            ledger.note(What.API_ASKED, "key", idempotencyKey, "line", shop.line().name());
            Door.Answer answer = way.ask("POST", "/v1/messages", headers, json);
            ledger.note(What.API_ANSWERED, "key", idempotencyKey, "line", shop.line().name(), "status", "" + answer.status(), "message",
                    read(answer).path("data").path("id").asText(), "body", answer.body());
            boolean mayPass = answer.status() <= 0 || answer.status() == 409 || answer.status() == 429 || answer.status() == 503;
            if (!mayPass) {
                return;
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Notes what the API shows of the newest texts, as far as it is new. */
    void look(Shop shop) throws InterruptedException {
        Door.Answer answer = way.ask("GET", "/v1/messages?direction=outbound&limit=100", Map.of("x-api-key", shop.key()), "");
        for (JsonNode message : read(answer).path("data")) {
            String id = message.path("id").asText();
            String status = message.path("status").asText();
            if (!status.equals(shown.put(id, status))) {
                ledger.note(What.API_SHOWN, "message", id, "status", status, "line", shop.line().name(), "canaries",
                        Canaries.in(message.toString(), lines));
            }
        }
    }

    private static JsonNode read(Door.Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException _) {
            return JSON.createObjectNode();
        }
    }
}
