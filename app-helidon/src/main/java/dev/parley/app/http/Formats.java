package dev.parley.app.http;

import dev.parley.app.json.Format;
import dev.parley.ports.AgentId;
import dev.parley.ports.ApiKeyId;
import dev.parley.ports.AssignedNumberId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.DeliveryId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.organization.Scope;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** How the API writes values as strings. */
final class Formats {

    /**
     * What an id stands for that is none: an identity that nothing has, so that a misspelt id is answered exactly like one
     * that does not exist.
     */
    private static final UUID NOTHING = new UUID(0, 0);

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    static final Format<PhoneNumber> PHONE_NUMBER = new Format<>(
            "not_e164",
            "Must be a number in E.164, such as +15005550006.",
            PhoneNumber::parse);
    static final Format<Instant> INSTANT = new Format<>(
            "not_a_time",
            "Must be a time in ISO 8601, such as 2026-01-31T12:00:00Z.",
            text -> parse(text, Instant::parse).filter(t -> !t.isBefore(EARLIEST) && !t.isAfter(LATEST)));
    static final Format<LocalTime> MINUTE = new Format<>(
            "not_a_time",
            "Must be a time of day, such as 21:30.",
            text -> parse(
                    text,
                    t -> LocalTime.parse(t, MINUTES)));
    static final Format<ZoneId> ZONE = new Format<>(
            "unknown_timezone",
            "Must be a time zone, such as Europe/Berlin.",
            text -> parse(
                    text,
                    ZoneId::of));
    static final Format<URI> URL = new Format<>("address_not_allowed", "Must be a URL that the public can reach by https.", Formats::uri);
    static final Format<Scope> SCOPE = Format.oneOf(List.of(Scope.values()), Scope::word);
    static final Format<AgentId> AGENT_ID = id(Formats::agentId);
    static final Format<ConnectionId> CONNECTION_ID = id(Formats::connectionId);
    static final Format<ConversationId> CONVERSATION_ID = id(Formats::conversationId);

    private Formats() {}

    static AgentId agentId(String text) {
        return AgentId.parse(text).orElse(new AgentId(NOTHING));
    }

    static ConnectionId connectionId(String text) {
        return ConnectionId.parse(text).orElse(new ConnectionId(NOTHING));
    }

    static MessageId messageId(String text) {
        return MessageId.parse(text).orElse(new MessageId(NOTHING));
    }

    static AssignedNumberId numberId(String text) {
        return AssignedNumberId.parse(text).orElse(new AssignedNumberId(NOTHING));
    }

    static DeliveryId deliveryId(String text) {
        return DeliveryId.parse(text).orElse(new DeliveryId(NOTHING));
    }

    static UUID quarantinedId(String text) {
        return messageId(text).value();
    }

    static ApiKeyId keyId(String text) {
        return ApiKeyId.parse(text).orElse(new ApiKeyId(NOTHING));
    }

    static OrganizationId organizationId(String text) {
        return OrganizationId.parse(text).orElse(new OrganizationId(NOTHING));
    }

    static ConversationId conversationId(String text) {
        return ConversationId.parse(text).orElse(new ConversationId(NOTHING));
    }

    /** One of the words of an enum. */
    static <E extends Enum<E>> Format<E> word(E[] values) {
        return Format.oneOf(Arrays.asList(values), Formats::word);
    }

    /** A constant of an enum as the API writes it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A time of day as the API writes it. */
    static String minute(LocalTime time) {
        return MINUTES.format(time);
    }

    private static <T> Format<T> id(Function<String, T> parse) {
        return new Format<>("not_found", "Must be an id.", text -> Optional.of(parse.apply(text)));
    }

    private static <T> Optional<T> parse(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }
}
