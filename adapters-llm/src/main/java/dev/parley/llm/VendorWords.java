package dev.parley.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an error says, in the shapes that there are: OpenAI's {@code {"error":{"code","type","message"}}}, Anthropic's
 * {@code {"error":{"type","message"}}}, Gemini's {@code {"error":{"code":400,"status","message"}}} and
 * {@code {"promptFeedback":{"blockReason"}}}, and Ollama's {@code {"error":"message"}}.
 */
final class VendorWords {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PLACES = List.of("error", "promptFeedback");
    private static final List<String> CODES = List.of("code", "type", "status", "blockReason");
    private static final int LONGEST = 300;

    private VendorWords() {}

    /** Code and message on one line, or nothing when the body is no error that we know. */
    static Optional<String> in(String body) {
        JsonNode whole = parse(body);
        JsonNode error = PLACES.stream().map(whole::path).filter(node -> !node.isMissingNode()).findFirst().orElse(whole);
        Optional<String> code = CODES.stream().flatMap(field -> text(error.path(field)).stream()).findFirst();
        Optional<String> message = text(error).or(() -> text(error.path("message")));
        String words = Stream.concat(code.stream(), message.stream()).collect(Collectors.joining(": "));
        return Optional.of(words.substring(0, Math.min(words.length(), LONGEST))).filter(some -> !some.isEmpty());
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.textValue())
                .map(text -> text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip())
                .filter(text -> !text.isEmpty());
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }
}
