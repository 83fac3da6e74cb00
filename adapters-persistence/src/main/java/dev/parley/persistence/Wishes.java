package dev.parley.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.ports.conversation.Role;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.out.ScheduledText.Wish;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the words of a scheduled text are to be found, as JSON in the words of the API. */
final class Wishes {

    private Wishes() {}

    static String write(Wish wish) {
        ObjectNode json = Json.object();
        wish.history().ifPresent(turns -> {
            var array = json.putArray("messages");
            turns.forEach(t -> array.addObject().put("role", word(t.role())).put("content", t.content()));
        });
        wish.prompt().ifPresent(prompt -> json.put("smsPrompt", prompt));
        json.set("variables", Json.read(Json.variables(wish.variables())));
        return json.toString();
    }

    static Wish read(String stored) {
        JsonNode json = Json.read(stored);
        Optional<List<Turn>> history = json.has("messages")
                ? Optional.of(json.path("messages").valueStream().map(Wishes::turn).toList())
                : Optional.empty();
        return new Wish(history, Json.optional(json, "smsPrompt"), Json.variables(json.path("variables").toString()));
    }

    private static Turn turn(JsonNode json) {
        return new Turn(Role.valueOf(json.path("role").asText().toUpperCase(Locale.ROOT)), json.path("content").asText());
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
