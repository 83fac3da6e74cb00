package dev.parley.app.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Optional;

/** An object to be written, its members in the order in which they are put. Not thread-safe. */
public final class JsonObject {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode node = NODES.objectNode();

    /**
     * Adds a member.
     *
     * @param value written as what it is when JSON has it; an empty {@code Optional} as null, and everything else as the
     *              string that it calls itself: identities, numbers, times, and secrets as dots
     */
    public JsonObject put(String name, Object value) {
        node.set(name, json(value));
        return this;
    }

    /** What was put so far. */
    public ObjectNode node() {
        return node;
    }

    private static JsonNode json(Object value) {
        return switch (value) {
            case JsonNode tree -> tree;
            case JsonObject object -> object.node;
            case Optional<?> maybe -> maybe.map(JsonObject::json).orElseGet(NODES::nullNode);
            case Collection<?> items -> NODES.arrayNode().addAll(items.stream().map(JsonObject::json).toList());
            case Boolean flag -> NODES.booleanNode(flag);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            default -> NODES.textNode(value.toString());
        };
    }
}
