package dev.parley.ports.spi;

import dev.parley.ports.Keyword;
import dev.parley.ports.MessageId;
import java.util.List;
import java.util.Optional;

/** One thing that a provider told us. */
public sealed interface WebhookEvent {

    /**
     * A contact sent a text. Does not print it.
     *
     * @param providerMessageId the provider's name for it: the same again when it is delivered twice
     * @param from who sent it: E.164 with its plus sign where it is a number, otherwise as the provider says
     * @param to which number of ours it was sent to, likewise
     * @param body the text, unchanged; may be empty
     * @param media pictures and the like that came with it
     * @param handledKeyword when the provider took the text for an opt-out word and has dealt with it: which
     */
    record InboundText(String providerMessageId, String from, String to, String body, List<Media> media, Optional<Keyword> handledKeyword)
            implements WebhookEvent {
        /** Copies the list and refuses an empty id. */
        public InboundText {
            media = List.copyOf(media);
            if (providerMessageId.isBlank()) {
                throw new IllegalArgumentException("an inbound text has an id");
            }
        }

        @Override
        public String toString() {
            return "InboundText[" + providerMessageId + "]";
        }
    }

    /**
     * What became of a text of ours. Does not print the number.
     *
     * @param providerMessageId the provider's name for the text, or for one part of it
     * @param messageId our own name for it, when the report carries it
     * @param status what became of it
     * @param error why it failed, when it did
     * @param from our number that it went from, when the report says so; E.164 where it is a number
     */
    record DeliveryReport(
            String providerMessageId,
            Optional<MessageId> messageId,
            DeliveryStatus status,
            Optional<ProviderError> error,
            Optional<String> from) implements WebhookEvent {
        @Override
        public String toString() {
            return "DeliveryReport[" + providerMessageId + ", " + status + "]";
        }
    }

    /**
     * A contact stopped or restarted texts at the provider. Does not print who.
     *
     * @param contact who, as in {@link InboundText#from()}
     * @param ourNumber for which number of ours
     * @param keyword {@link Keyword#STOP} or {@link Keyword#START}
     */
    record OptOutSignal(String contact, String ourNumber, Keyword keyword) implements WebhookEvent {
        @Override
        public String toString() {
            return "OptOutSignal[" + keyword + "]";
        }
    }

    /**
     * Something that is none of our business, or not understood. It is acknowledged all the same.
     *
     * @param why for the log; no text, no number, no secret
     */
    record Ignored(String why) implements WebhookEvent {}
}
