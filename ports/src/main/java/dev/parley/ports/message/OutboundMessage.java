package dev.parley.ports.message;

import java.time.Instant;
import java.util.Optional;

/**
 * A text of ours. Immutable.
 *
 * @param header whose it is, from whom and to whom
 * @param content what it says
 * @param status how far it is
 * @param generatedByLlm whether a language model wrote it
 * @param providerMessageId the provider's name for it, the first when it has several; empty until the provider took it
 * @param failure why it did not go, when it did not
 * @param scheduledAt when it was to be sent, when it was not to be sent at once
 */
public record OutboundMessage(
        MessageHeader header,
        Content content,
        MessageStatus status,
        boolean generatedByLlm,
        Optional<String> providerMessageId,
        Optional<Failure> failure,
        Optional<Instant> scheduledAt) implements Message {

    /** One that was to be sent at once. */
    public OutboundMessage(
            MessageHeader header,
            Content content,
            MessageStatus status,
            boolean generatedByLlm,
            Optional<String> providerMessageId,
            Optional<Failure> failure) {
        this(header, content, status, generatedByLlm, providerMessageId, failure, Optional.empty());
    }
}
