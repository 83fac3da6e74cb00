package dev.parley.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.app.json.Json;
import dev.parley.app.json.JsonObject;
import dev.parley.ports.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is answered. Immutable.
 *
 * @param status the status code
 * @param headers by name
 * @param body as text; may be empty
 */
record Reply(int status, Map<String, String> headers, String body) {

    private static final int FIRST_ERROR = 400;

    /** Copies the map. */
    Reply {
        headers = Map.copyOf(headers);
    }

    /** One object. */
    static Reply ok(JsonObject data) {
        return data(200, data.node());
    }

    /** One object that was made. */
    static Reply created(JsonObject data) {
        return data(201, data.node());
    }

    /** One object about something that goes on. */
    static Reply accepted(JsonObject data) {
        return data(202, data.node());
    }

    /** Done, and nothing to say about it. */
    static Reply noContent() {
        return new Reply(204, Map.of(), "");
    }

    /** A page of a list. */
    static <T> Reply list(Page<T> page, Function<? super T, JsonObject> item) {
        List<JsonObject> data = page.items().stream().<JsonObject>map(item).toList();
        return json(200, new JsonObject().put("data", data).put("nextCursor", page.next().map(Paging::write)).node());
    }

    /** Any JSON; an error is a problem. */
    static Reply json(int status, JsonNode body) {
        return json(status, Json.write(body));
    }

    /** JSON that was written before. */
    static Reply json(int status, String body) {
        String type = status < FIRST_ERROR ? "application/json" : "application/problem+json";
        return new Reply(status, Map.of("Content-Type", type), body);
    }

    /** The same with one more header. */
    Reply with(String header, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(header, value);
        return new Reply(status, all, body);
    }

    private static Reply data(int status, JsonNode data) {
        return json(status, new JsonObject().put("data", data).node());
    }
}
