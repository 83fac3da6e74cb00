package dev.parley.vonage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.spi.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The token that comes with a webhook of the Messages API, before anybody believed it. Immutable; does not print it.
 *
 * @param signed header and claims as they stand in it: what is signed
 * @param signature as it stands in it: to decode it would let several signatures pass for one
 * @param header its header
 * @param claims what it says
 */
record MessagesToken(String signed, String signature, JsonNode header, JsonNode claims) {

    private static final String SCHEME = "Bearer ";

    /** The token of a request; empty when it has none, or one that is not made like one. */
    static Optional<MessagesToken> of(WebhookRequest request) {
        return request.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> List.of(value.substring(SCHEME.length()).strip().split("\\.", -1)))
                .filter(parts -> parts.size() == 3)
                .flatMap(MessagesToken::of);
    }

    private static Optional<MessagesToken> of(List<String> parts) {
        return decode(parts.get(0)).flatMap(header -> decode(parts.get(1))
                .map(claims -> new MessagesToken(parts.get(0) + "." + parts.get(1), parts.get(2), header, claims)));
    }

    private static Optional<JsonNode> decode(String part) {
        try {
            return Json.object(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** A claim that is a text. */
    Optional<String> claim(String name) {
        return Optional.of(claims.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    @Override
    public String toString() {
        return "MessagesToken";
    }
}
