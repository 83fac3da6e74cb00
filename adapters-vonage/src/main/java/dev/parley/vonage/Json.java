package dev.parley.vonage;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** Reading of JSON that was written by somebody else. */
final class Json {

    /** Strict, since of a name that stands twice one reader may check the one value and another use the other. */
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private Json() {}

    /** The object that a text is; empty when it is none. */
    static Optional<JsonNode> object(String text) {
        try {
            return Optional.ofNullable(READER.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** The text or number of that name; empty when there is none, or a blank one. */
    static Optional<String> find(JsonNode object, String name) {
        return Optional.of(object.path(name))
                .filter(JsonNode::isValueNode)
                .filter(v -> !v.isNull())
                .map(JsonNode::asText)
                .filter(v -> !v
                        .isBlank());
    }
}
