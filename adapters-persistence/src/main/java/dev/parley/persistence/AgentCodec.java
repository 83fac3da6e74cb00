package dev.parley.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.agent.CustomerEventType;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.agent.Manners;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.agent.QuietHours;
import dev.parley.ports.agent.ReplyLimits;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The configuration of an agent as JSON. Written out by hand: what is stored outlives every version of the records. What a
 * version does not write has its default when it is read.
 */
final class AgentCodec {

    private AgentCodec() {}

    static String write(MessagingConfig config) {
        ObjectNode json = Json.object().put("inboundMode", word(config.inboundMode()));
        config.smsPrompt().ifPresent(v -> json.put("smsPrompt", v));
        config.inboundWebhookUrl().ifPresent(v -> json.put("inboundWebhookUrl", v.toString()));
        config.fromNumber().ifPresent(v -> json.put("fromNumber", v.e164()));
        config.model().ifPresent(v -> json.put("model", v));
        write(json, config.limits());
        write(json, config.manners());
        config.events().stream().sorted().forEach(e -> json.withArray("events").add(word(e)));
        return json.toString();
    }

    static MessagingConfig read(String stored) {
        JsonNode json = Json.read(stored);
        return new MessagingConfig(
                word(json.path("inboundMode"), InboundMode.class),
                Json.optional(json, "smsPrompt"),
                Json.optional(
                        json,
                        "inboundWebhookUrl").map(URI::create),
                Json.optional(json, "fromNumber").map(PhoneNumber::new),
                Json.optional(json, "model"),
                limits(json),
                manners(json),
                events(json));
    }

    private static void write(ObjectNode json, ReplyLimits limits) {
        json.put("replyDelayMillis", limits.delay().toMillis()).put("maxSegments", limits.maxSegments());
        json.put("maxRepliesPerHour", limits.maxRepliesPerHour()).put("conversationIdleResetDays", limits.idleResetDays());
    }

    private static ReplyLimits limits(JsonNode json) {
        ReplyLimits usual = ReplyLimits.DEFAULT;
        return new ReplyLimits(
                Duration.ofMillis(json.path("replyDelayMillis").asLong(usual.delay().toMillis())),
                json.path("maxSegments")
                        .asInt(usual.maxSegments()),
                json.path("maxRepliesPerHour").asInt(usual.maxRepliesPerHour()),
                json.path(
                        "conversationIdleResetDays").asInt(usual.idleResetDays()));
    }

    private static void write(ObjectNode json, Manners manners) {
        manners.disclosure().ifPresent(v -> json.put("disclosure", v));
        manners.fallbackText().ifPresent(v -> json.put("fallbackText", v));
        manners.handoffKeywords().stream().sorted().forEach(json.withArray("handoffKeywords")::add);
        manners.quietHours()
                .ifPresent(
                        q -> json.putObject("quietHours")
                                .put("timezone", q.timezone().getId())
                                .put(
                                        "from",
                                        q.from()
                                                .toString())
                                .put("to", q.to().toString())
                                .put("action", word(q.action())));
    }

    private static Manners manners(JsonNode json) {
        Set<String> keywords = json.path("handoffKeywords").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        return new Manners(
                Json.optional(json, "disclosure"),
                Json.optional(json, "fallbackText"),
                keywords,
                quietHours(
                        json.path(
                                "quietHours")));
    }

    private static Optional<QuietHours> quietHours(JsonNode json) {
        return json.isMissingNode()
                ? Optional.empty()
                : Optional.of(
                        new QuietHours(
                                ZoneId.of(json.path("timezone").asText()),
                                LocalTime.parse(json.path("from").asText()),
                                LocalTime.parse(json.path("to").asText()),
                                word(json.path("action"), QuietHours.Action.class)));
    }

    private static Set<CustomerEventType> events(JsonNode json) {
        return json.path("events").valueStream().map(e -> word(e, CustomerEventType.class)).collect(Collectors.toSet());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E word(JsonNode json, Class<E> type) {
        return Enum.valueOf(type, json.asText().toUpperCase(Locale.ROOT));
    }
}
