package dev.parley.app.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.ports.FieldError;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads and writes JSON. What comes from outside is read as a tree, never into a type that its sender chooses, and within
 * limits far below Jackson's own. Thread-safe.
 */
public final class Json {

    private static final int DEEPEST = 32;
    // As long as a whole body: what is too long for its field is refused by those who know the field.
    private static final int LONGEST_STRING = 256 * 1024;
    private static final int LONGEST_NAME = 1024;
    private static final int LONGEST_NUMBER = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxStringLength(LONGEST_STRING)
                                    .maxNameLength(LONGEST_NAME)
                                    .maxNumberLength(LONGEST_NUMBER)
                                    .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // 19.90 in a prompt must not become 19.9.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /**
     * Reads an object that came from outside.
     *
     * @param utf8 the bytes as received
     * @return {@code MALFORMED} when this is no JSON object in UTF-8 or exceeds a limit; {@code INVALID} when it holds a
     *         string that is no text, or a number beyond all measure
     */
    public static Result<ObjectNode> readObject(byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
            return MAPPER.readTree(text) instanceof ObjectNode object ? sound(object) : malformed("The body must be one JSON object.");
        } catch (CharacterCodingException notUtf8) {
            return malformed("The body must be JSON in UTF-8.");
        } catch (JsonProcessingException broken) {
            return malformed("The body is not strict JSON within the limits" + place(broken) + ".");
        } catch (NumberFormatException endlessExponent) {
            return malformed("The body holds a number beyond all measure.");
        }
    }

    /** A tree of maps, lists, strings, numbers, booleans and nulls. */
    public static JsonNode tree(Object plain) {
        return MAPPER.valueToTree(plain);
    }

    /** The plain maps, lists, strings, numbers and booleans of a tree. */
    public static Object plain(JsonNode tree) {
        return MAPPER.convertValue(tree, Object.class);
    }

    /** Writes a tree, its members in their order. */
    public static String write(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    /** The same for two objects that mean the same: members sorted, and those that are null left out. */
    public static String canonical(JsonNode tree) {
        return write(sorted(tree));
    }

    private static JsonNode sorted(JsonNode tree) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (tree) {
            case ObjectNode object -> {
                Map<String, JsonNode> members = new TreeMap<>();
                object.properties()
                        .stream()
                        .filter(m -> !m.getValue().isNull())
                        .forEach(
                                m -> members.put(
                                        m.getKey(),
                                        sorted(
                                                m
                                                        .getValue())));
                yield nodes.objectNode().setAll(members);
            }
            case ArrayNode array -> nodes.arrayNode().addAll(array.valueStream().map(Json::sorted).toList());
            default -> tree;
        };
    }

    private static Result<ObjectNode> sound(ObjectNode object) {
        List<FieldError> errors = Soundness.check(object);
        return errors.isEmpty() ? Result.ok(object) : Result.rejected(Rejection.invalid(errors));
    }

    private static Result<ObjectNode> malformed(String detail) {
        return Result.rejected(Rejection.of(Rejection.Kind.MALFORMED, "malformed_json", detail));
    }

    // Jackson's own message quotes what was sent, which may be a secret.
    private static String place(JsonProcessingException broken) {
        var at = broken.getLocation();
        return at == null ? "" : ", at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
