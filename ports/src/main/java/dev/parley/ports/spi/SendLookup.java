package dev.parley.ports.spi;

import dev.parley.ports.MessageId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A provider that can be asked whether it took a text of which nobody knows, since the answer to its hand-over was lost. Optional:
 * an {@link SmsProvider} that can do it implements this too, and its description says
 * {@link ProviderDescription.Capability#LOOKS_UP_SENDS}. Implementations are safe for use by many threads and only read: looking
 * up never sends.
 */
public interface SendLookup {

    /**
     * Asks once, with one request and no retry of the adapter's own. Blocks until the provider has answered or the adapter's own timeout, 10
     * seconds at most, is over. Core asks a few times, with growing pauses: a provider may list a text later than it takes it.
     *
     * @param text which text
     * @return {@link Answer.NotFound} only when the provider has said so; whoever cannot tell says {@link Answer.Unavailable}, and
     *         an exception counts as that too
     */
    Answer lookUp(SearchedText text);

    /**
     * A text as it was handed over. Immutable; does not print the text.
     *
     * @param id our name for it: where the provider keeps it, nothing else has to match
     * @param from the number of ours that it should go from; empty when the provider was to choose
     * @param to the contact
     * @param body the text
     * @param handedOver the time from which on it may have been handed over, by our clock; what the provider took minutes before
     *                   is another text
     */
    record SearchedText(MessageId id, Optional<PhoneNumber> from, PhoneNumber to, String body, Instant handedOver) {

        @Override
        public String toString() {
            return "SearchedText[" + id + "]";
        }
    }

    /** What asking came to. */
    sealed interface Answer {

        /**
         * The provider has texts that may be this one: same words, same ends, not older. It may know several when the same was sent
         * more than once; core takes none that is the name of another message already.
         *
         * @param texts at least one, in the order in which the provider took them: its name for each and what became of it
         */
        record Found(List<DeliveryReport> texts) implements Answer {
            /** Copies the list and refuses an empty one. */
            public Found {
                texts = List.copyOf(texts);
                if (texts.isEmpty()) {
                    throw new IllegalArgumentException("what was found has a name");
                }
            }
        }

        /** The provider has looked, and has no such text by now. */
        record NotFound() implements Answer {}

        /**
         * It cannot be told just now.
         *
         * @param detail what went wrong, without addresses of people, text or secrets
         */
        record Unavailable(String detail) implements Answer {}
    }
}
