package dev.parley.ports.spi;

import dev.parley.ports.PhoneNumber;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A provider that can be asked which texts it received for our numbers, so that those are found whose webhooks never reached us.
 * Optional: an {@link SmsProvider} that can do it implements this too, and its description says
 * {@link ProviderDescription.Capability#LISTS_INBOUND}. Implementations are safe for use by many threads and only read.
 */
public interface InboundHistory {

    /**
     * Asks for one page, with one request and no retry of the adapter's own. Blocks until the provider has answered or the adapter's own timeout,
     * 10 seconds at most, is over. Core asks every five minutes and after each outage, page by page, and takes nothing twice: a
     * text has the same {@link InboundText#providerMessageId()} here and in its webhook.
     *
     * @param period which texts
     * @return {@link Answer.Received} only when the provider has said so; whoever cannot tell says {@link Answer.Unavailable}, and
     *         an exception counts as that too
     */
    Answer received(Period period);

    /**
     * Which texts are wanted. Immutable; does not print the numbers.
     *
     * @param numbers our numbers that the connection carries, at least one; texts to others may be in the answer and are left out by
     *                core
     * @param since received at that time or later; earlier ones may be in the answer
     * @param page what {@link Answer.Received#next()} said of the page before; empty for the first page
     */
    record Period(List<PhoneNumber> numbers, Instant since, Optional<String> page) {
        /** Copies the list. */
        public Period {
            numbers = List.copyOf(numbers);
        }

        @Override
        public String toString() {
            return "Period[" + numbers.size() + " numbers, " + since + "]";
        }
    }

    /**
     * A text, and when the provider received it. Immutable.
     *
     * @param text what a webhook would have told; keywords that the provider has dealt with may be missing
     * @param at when the provider received it
     */
    record ReceivedText(InboundText text, Instant at) {}

    /** What asking came to. */
    sealed interface Answer {

        /**
         * A page.
         *
         * @param texts in any order; often none. Core takes them by their times, and those of one time as if the latest had been
         *              listed first, as providers do
         * @param next names the page that follows; empty when there is none, or nothing on it can be wanted
         */
        record Received(List<ReceivedText> texts, Optional<String> next) implements Answer {
            /** Copies the list. */
            public Received {
                texts = List.copyOf(texts);
            }
        }

        /**
         * It cannot be told just now.
         *
         * @param detail what went wrong, without addresses of people, text or secrets
         */
        record Unavailable(String detail) implements Answer {}
    }
}
