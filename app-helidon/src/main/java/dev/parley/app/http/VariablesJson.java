package dev.parley.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.app.json.Json;
import dev.parley.ports.Variables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Values for prompts as JSON; what is null is not there. */
final class VariablesJson {

    private VariablesJson() {}

    static JsonNode write(Variables variables) {
        return Json.tree(new TreeMap<>(variables.values()));
    }

    static Variables read(ObjectNode object) {
        return new Variables(map(object));
    }

    private static Map<String, Object> map(ObjectNode object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.properties().stream().filter(m -> !m.getValue().isNull()).forEach(m -> map.put(m.getKey(), plain(m.getValue())));
        return map;
    }

    private static Object plain(JsonNode value) {
        return switch (value) {
            case ObjectNode object -> map(object);
            case ArrayNode array -> array.valueStream().filter(item -> !item.isNull()).map(VariablesJson::plain).toList();
            case JsonNode number when number.isNumber() -> number.numberValue();
            case JsonNode flag when flag.isBoolean() -> flag.booleanValue();
            default -> value.asText();
        };
    }
}
