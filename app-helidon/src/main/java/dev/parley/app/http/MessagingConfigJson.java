package dev.parley.app.http;

import dev.parley.app.json.Fields;
import dev.parley.app.json.Format;
import dev.parley.app.json.JsonObject;
import dev.parley.ports.agent.CustomerEventType;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.agent.Manners;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.agent.QuietHours;
import dev.parley.ports.agent.ReplyLimits;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an agent does with texts, as JSON. */
final class MessagingConfigJson {

    private static final Format<InboundMode> MODE = Formats.word(InboundMode.values());
    private static final Format<QuietHours.Action> ACTION = Formats.word(QuietHours.Action.values());
    private static final Format<CustomerEventType> EVENT = Format.oneOf(Arrays.asList(CustomerEventType.values()), CustomerEventType::word);

    private MessagingConfigJson() {}

    /** Everything but the secret. */
    static JsonObject write(MessagingConfig config) {
        ReplyLimits limits = config.limits();
        Manners manners = config.manners();
        return new JsonObject().put("inboundMode", Formats.word(config.inboundMode()))
                .put("smsPrompt", config.smsPrompt())
                .put("inboundWebhookUrl", config.inboundWebhookUrl())
                .put("fromNumber", config.fromNumber())
                .put("conversationIdleResetDays", limits.idleResetDays())
                .put("model", config.model())
                .put("replyDelaySeconds", limits.delay().toSeconds())
                .put("maxSegments", limits.maxSegments())
                .put("disclosure", manners.disclosure())
                .put("quietHours", manners.quietHours().map(MessagingConfigJson::write))
                .put("handoffKeywords", sorted(manners.handoffKeywords()))
                .put("fallbackText", manners.fallbackText())
                .put("maxRepliesPerHour", limits.maxRepliesPerHour())
                .put("events", sorted(config.events().stream().map(CustomerEventType::word).toList()));
    }

    /** Reads everything but the secret; what is not there is as usual. */
    static MessagingConfig read(Fields fields) {
        return new MessagingConfig(
                fields.text("inboundMode", MODE).orElse(InboundMode.OFF),
                fields.text("smsPrompt"),
                fields.text("inboundWebhookUrl", Formats.URL),
                fields.text("fromNumber", Formats.PHONE_NUMBER),
                fields.text("model"),
                limits(fields),
                manners(fields),
                Set.copyOf(fields.texts("events", EVENT).orElse(List.of())));
    }

    private static ReplyLimits limits(Fields fields) {
        ReplyLimits usual = ReplyLimits.DEFAULT;
        return new ReplyLimits(
                Duration.ofSeconds(fields.whole("replyDelaySeconds").orElse((int) usual.delay().toSeconds())),
                fields.whole("maxSegments").orElse(usual.maxSegments()),
                fields.whole("maxRepliesPerHour").orElse(usual.maxRepliesPerHour()),
                fields.whole("conversationIdleResetDays").orElse(usual.idleResetDays()));
    }

    private static Manners manners(Fields fields) {
        return new Manners(
                fields.text("disclosure"),
                fields.text("fallbackText"),
                Set.copyOf(fields.texts("handoffKeywords", Format.any()).orElse(List.of())),
                fields.has("quietHours") ? quietHours(fields.within("quietHours")) : Optional.empty());
    }

    private static Optional<QuietHours> quietHours(Fields fields) {
        Optional<ZoneId> zone = fields.requireText("timezone", Formats.ZONE);
        Optional<LocalTime> from = fields.requireText("from", Formats.MINUTE);
        Optional<LocalTime> to = fields.requireText("to", Formats.MINUTE);
        QuietHours.Action action = fields.text("action", ACTION).orElse(QuietHours.Action.DEFER);
        fields.nothingElse();
        return zone.flatMap(z -> from.flatMap(f -> to.map(t -> new QuietHours(z, f, t, action))));
    }

    private static JsonObject write(QuietHours hours) {
        return new JsonObject().put("timezone", hours.timezone())
                .put("from", Formats.minute(hours.from()))
                .put("to", Formats.minute(hours.to()))
                .put("action", Formats.word(hours.action()));
    }

    private static List<String> sorted(Collection<String> words) {
        return words.stream().sorted().toList();
    }
}
