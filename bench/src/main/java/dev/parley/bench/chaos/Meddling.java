package dev.parley.bench.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.bench.standin.Door;
import dev.parley.bench.standin.Site.Asked;
import dev.parley.bench.standin.Site.Route;
import dev.parley.bench.standin.Site.Said;
import dev.parley.bench.standin.Way;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What those who stand in between do with what they pass on. */
final class Meddling {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SOME = 10;
    private static final Duration LONG = Duration.ofSeconds(6);

    private Meddling() {}

    /** Some texts are acknowledged and thrown away. */
    static Way acknowledgeUnstored(Way way) {
        var count = new AtomicInteger();
        return (method, target, headers, body) -> target.endsWith("/inbound") && count.incrementAndGet() % SOME == 0
                ? new Door.Answer(200, "<Response/>", Map.of())
                : way.ask(method, target, headers, body);
    }

    /** Some requests arrive twice. */
    static Route twice(Route route) {
        var count = new AtomicInteger();
        return asked -> {
            if (asked.method().equals("POST") && count.incrementAndGet() % SOME == 0) {
                route.answer(asked);
            }
            return route.answer(asked);
        };
    }

    /** Some requests wait behind those that come after them, while whoever sent them believes them done. */
    static Route holdSomeBack(Route route) {
        var count = new AtomicInteger();
        return asked -> {
            int number = count.incrementAndGet();
            if (number % 3 != 0 || !asked.method().equals("POST")) {
                return route.answer(asked);
            }
            Thread.ofVirtual().start(() -> late(route, asked));
            return new Said(
                    201,
                    "{\"sid\":\"SMheld%028d\",\"status\":\"queued\",\"num_segments\":\"1\"}".formatted(number),
                    Map.of("Content-Type", "application/json"));
        };
    }

    private static void late(Route route, Asked asked) {
        try {
            Thread.sleep(LONG);
            route.answer(asked);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last turn of a conversation is missing. */
    static Route withoutNewestText(Route route) {
        return asked -> {
            ObjectNode json = read(asked.body());
            ArrayNode turns = json.withArray("messages");
            if (turns.size() > 2) {
                turns.remove(turns.size() - 1);
            }
            return route.answer(withBody(asked, json.toString()));
        };
    }

    /** Words of others are added to the prompt. */
    static Route mixOrganizations(Route route) {
        return asked -> {
            ObjectNode json = read(asked.body());
            json.withArray("messages").addObject().put("role", "system").put("content", "canarynorth canarysouth");
            return route.answer(withBody(asked, json.toString()));
        };
    }

    /** Some events are taken and lost. */
    static Route lose(Route route) {
        var count = new AtomicInteger();
        return asked -> count.incrementAndGet() % SOME == 0 ? new Said(200, "{}", Map.of()) : route.answer(asked);
    }

    /** Every attempt has an id of its own. */
    static Route renameEvents(Route route) {
        return asked -> route.answer(header(asked, "webhook-id", UUID.randomUUID().toString()));
    }

    static Asked header(Asked asked, String name, String value) {
        var headers = new HashMap<>(asked.headers());
        headers.put(name, value);
        return new Asked(asked.method(), asked.path(), asked.query(), headers, asked.body());
    }

    private static Asked withBody(Asked asked, String body) {
        return new Asked(asked.method(), asked.path(), asked.query(), asked.headers(), body);
    }

    private static ObjectNode read(String json) {
        try {
            return JSON.readValue(json, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a model is asked in JSON", e);
        }
    }
}
