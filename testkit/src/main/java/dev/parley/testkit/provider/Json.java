package dev.parley.testkit.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.ports.spi.Parameter;
import java.util.List;

/** JSON as it travels in webhooks and requests. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** The tree of a text; a missing node when it is no JSON. */
    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    static boolean isObject(Webhook webhook) {
        return webhook.isJson() && read(webhook.body()).isObject();
    }

    /** The fields at the top of an object that are no objects or lists themselves. */
    static List<Parameter> fields(String object) {
        return read(object).properties()
                .stream()
                .filter(field -> field.getValue().isValueNode())
                .map(field -> new Parameter(field.getKey(), field.getValue().asText()))
                .toList();
    }

    /** The same object with one more field. */
    static String with(String object, String name, String value) {
        return ((ObjectNode) read(object)).put(name, value).toString();
    }
}
