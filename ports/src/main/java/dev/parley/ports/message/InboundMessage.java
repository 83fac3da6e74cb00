package dev.parley.ports.message;

import dev.parley.ports.MessageId;
import java.util.Optional;

/**
 * A text from a contact. Immutable.
 *
 * @param header whose it is, from whom and to whom
 * @param content what it says
 * @param providerMessageId the provider's name for it; unique within its connection
 * @param handledAs what became of it; empty while that is still to come
 * @param reply the message that answers it, when there is one
 */
public record InboundMessage(
        MessageHeader header,
        Content content,
        String providerMessageId,
        Optional<HandledAs> handledAs,
        Optional<MessageId> reply) implements Message {}
