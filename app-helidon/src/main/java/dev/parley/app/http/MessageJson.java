package dev.parley.app.http;

import dev.parley.app.json.JsonObject;
import dev.parley.ports.message.Direction;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.message.Message;
import dev.parley.ports.message.MessageHeader;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.spi.Media;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Messages as JSON. */
final class MessageJson {

    private MessageJson() {}

    static JsonObject write(Message message) {
        return switch (message) {
            case InboundMessage in -> write(in, course(in)).put("replyMessageId", in.reply())
                    .put("handledAs", in.handledAs().map(HandledAs::word));
            case OutboundMessage out -> write(out, course(out));
        };
    }

    private static Course course(InboundMessage in) {
        return new Course(
                Direction.INBOUND,
                MessageStatus.RECEIVED,
                Optional.of(in.providerMessageId()),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static Course course(OutboundMessage out) {
        return new Course(
                Direction.OUTBOUND,
                out.status(),
                out.providerMessageId(),
                out.generatedByLlm(),
                out.failure(),
                out.scheduledAt());
    }

    private static JsonObject write(Message message, Course course) {
        MessageHeader header = message.header();
        return envelope(header).put("direction", Formats.word(course.direction()))
                .put("fromNumber", header.from())
                .put("toNumber", header.to())
                .put("body", message.content().body())
                .put("status", course.status().word())
                .put("providerMessageId", course.providerMessageId())
                .put("generatedByLlm", course.generatedByLlm())
                .put("errorMessage", course.failure().map(Failure::message))
                .put("createdAt", header.createdAt())
                .put("errorCode", course.failure().map(Failure::code))
                .put("segments", message.content().segments())
                .put("encoding", message.content().encoding().word())
                .put("media", media(message.content().media()))
                .put("scheduledAt", course.scheduledAt())
                .put("updatedAt", header.updatedAt());
    }

    private static JsonObject envelope(MessageHeader header) {
        return new JsonObject().put("id", header.id())
                .put("agentId", header.agent())
                .put("messagingConnectionId", header.connection())
                // Of RevRing's calls, which we do not make.
                .put("callId", Optional.empty())
                .put("conversationId", header.conversation())
                .put("channel", "sms");
    }

    static List<JsonObject> media(List<Media> media) {
        return media.stream().map(m -> new JsonObject().put("contentType", m.contentType()).put("url", m.url())).toList();
    }

    /** What differs between the two ways a text can go. */
    private record Course(
            Direction direction,
            MessageStatus status,
            Optional<String> providerMessageId,
            boolean generatedByLlm,
            Optional<Failure> failure,
            Optional<Instant> scheduledAt) {}
}
