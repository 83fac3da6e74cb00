package dev.parley.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.ports.Variables;
import dev.parley.ports.spi.Media;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is kept as JSON because it is never searched for. Its words are those of the API. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    static String strings(Map<String, String> values) {
        return write(values);
    }

    static Map<String, String> strings(String json) {
        return read(json, STRINGS);
    }

    static String list(List<String> values) {
        return write(values);
    }

    static List<String> list(String json) {
        return read(json, LIST);
    }

    static String variables(Variables variables) {
        return write(variables.values());
    }

    static Variables variables(String json) {
        return new Variables(read(json, TREE));
    }

    /** Empty for no media, which is the rule. */
    static Optional<String> media(List<Media> media) {
        var array = MAPPER.createArrayNode();
        media.forEach(m -> array.addObject().put("contentType", m.contentType()).put("url", m.url()));
        return media.isEmpty() ? Optional.empty() : Optional.of(array.toString());
    }

    static List<Media> media(String json) {
        return read(json).valueStream().map(m -> new Media(m.path("contentType").asText(), m.path("url").asText())).toList();
    }

    static Optional<String> optional(JsonNode json, String field) {
        return json.hasNonNull(field) ? Optional.of(json.path(field).asText()) : Optional.empty();
    }

    private static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    /** Without Jackson's words, which quote what they could not read. */
    private static IllegalStateException broken(JsonProcessingException e) {
        e.clearLocation();
        return new IllegalStateException("stored JSON cannot be read or written: " + e.getClass().getSimpleName());
    }
}
