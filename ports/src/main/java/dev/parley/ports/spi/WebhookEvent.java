package dev.parley.ports.spi;

import dev.parley.ports.Keyword;
import dev.parley.ports.MessageId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One thing that a provider told us. */
public sealed interface WebhookEvent {

    /**
     * A contact sent a text, or one part of it. Start with {@link #of} and refine it. Does not print the text.
     *
     * @param providerMessageId the provider's name for it: the same again when it is delivered twice; each part has its own
     * @param from who sent it: E.164 with its plus sign where it is a number, otherwise as the provider says
     * @param to which number of ours it was sent to, likewise
     * @param body the text, unchanged; may be empty
     * @param media pictures and the like that came with it
     * @param handledKeyword when the provider took the text for an opt-out word and has dealt with it: which
     * @param part which part of a longer text this is; empty when it is whole
     */
    record InboundText(
            String providerMessageId,
            String from,
            String to,
            String body,
            List<Media> media,
            Optional<Keyword> handledKeyword,
            Optional<Part> part) implements WebhookEvent {
        /** Copies the list and refuses an empty id. */
        public InboundText {
            media = List.copyOf(media);
            if (providerMessageId.isBlank()) {
                throw new IllegalArgumentException("an inbound text has an id");
            }
        }

        /** A whole text without media, about which the provider has done nothing. */
        public static InboundText of(String providerMessageId, String from, String to, String body) {
            return new InboundText(providerMessageId, from, to, body, List.of(), Optional.empty(), Optional.empty());
        }

        /** The same one, with these pictures and the like. */
        public InboundText with(List<Media> pictures) {
            return new InboundText(providerMessageId, from, to, body, pictures, handledKeyword, part);
        }

        /** The same one, with one more picture or the like: its media type and where the provider keeps it. */
        public InboundText with(String contentType, String url) {
            return with(Stream.concat(media.stream(), Stream.of(new Media(contentType, url))).toList());
        }

        /** The same one, of which the provider says that it was a keyword and that it has dealt with it. */
        public InboundText handledAs(Keyword keyword) {
            return new InboundText(providerMessageId, from, to, body, media, Optional.of(keyword), part);
        }

        /** The same one, handled as the keyword of that name in any case, such as {@code STOP}; unchanged when it is none. */
        public InboundText handledAs(String name) {
            return Arrays.stream(Keyword.values())
                    .filter(keyword -> keyword.name().equalsIgnoreCase(name))
                    .findFirst()
                    .map(this::handledAs)
                    .orElse(this);
        }

        /** The same one, being part of a longer text. */
        public InboundText as(Part which) {
            return new InboundText(providerMessageId, from, to, body, media, handledKeyword, Optional.of(which));
        }

        @Override
        public String toString() {
            return "InboundText[" + providerMessageId + "]";
        }
    }

    /**
     * Which part of a longer text an {@link InboundText} is. Core joins the parts of one contact, one number of ours, one
     * reference and one total, in any order. A text of which a part is missing after five minutes is taken as it is.
     *
     * @param reference what all parts of the text have in common; a carrier uses it again after a while
     * @param index which part, from 1
     * @param total how many there are, 2 to 255 (3GPP TS 23.040, 9.2.3.24.1)
     */
    record Part(String reference, int index, int total) {

        private static final int MOST = 255;

        /** Refuses an index that is not among the parts. */
        public Part {
            if (total < 2 || total > MOST || index < 1 || index > total) {
                throw new IllegalArgumentException("there is no part " + index + " of " + total);
            }
        }
    }

    /**
     * What became of a text of ours, or of one part of it. Start with {@link #of} and refine it. Does not print the number.
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
            Status status,
            Optional<ProviderError> error,
            Optional<String> from) implements WebhookEvent {

        /** What a provider can tell about a text that it was given. */
        public enum Status {
            /** It has it: accepted, queued, on its way or sent; nothing final. */
            SENT,
            /** It arrived. */
            DELIVERED,
            /** It was sent but did not arrive. */
            UNDELIVERED,
            /** It was not sent. */
            FAILED,
            /** It was taken back before it was sent. */
            CANCELED,
            /** A word that we do not know: kept, but nothing follows from it. */
            UNRECOGNIZED
        }

        /** A report that says no more than this. */
        public static DeliveryReport of(String providerMessageId, Status status) {
            return new DeliveryReport(providerMessageId, Optional.empty(), status, Optional.empty(), Optional.empty());
        }

        /** The same one, about the text that we call {@code ours}. */
        public DeliveryReport about(MessageId ours) {
            return new DeliveryReport(providerMessageId, Optional.of(ours), status, error, from);
        }

        /** The same one, about the text that we call {@code ours}; unchanged when that is no name that we give. */
        public DeliveryReport about(String ours) {
            return MessageId.parse(ours).map(this::about).orElse(this);
        }

        /** The same one, with the provider's reason in our words and in its own. */
        public DeliveryReport because(Reason reason, String code, String text) {
            return new DeliveryReport(providerMessageId, messageId, status, Optional.of(new ProviderError(reason, code, text)), from);
        }

        /** The same one, about a text from that number of ours. */
        public DeliveryReport from(String ourNumber) {
            return new DeliveryReport(providerMessageId, messageId, status, error, Optional.of(ourNumber));
        }

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
