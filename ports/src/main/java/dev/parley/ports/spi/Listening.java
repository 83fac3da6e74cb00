package dev.parley.ports.spi;

import java.util.List;

/**
 * A provider that hears of texts by a connection of its own, such as an SMPP bind or an inbox that it polls, rather than by
 * webhooks. Optional: an {@link SmsProvider} that does so implements this too, and its description says
 * {@link ProviderDescription.Capability#LISTENS}. Every node of an installation listens for every
 * connection; what several of them hear is told apart by {@link WebhookEvent.InboundText#providerMessageId()}.
 *
 * <p>Core does not start listeners yet: this says how they will be written.
 */
public interface Listening {

    /**
     * Begins to listen, and returns at once. Whatever breaks afterwards is the listener's own to mend, with pauses that grow.
     *
     * @param ingress takes what is heard, from any thread
     * @return to stop with
     */
    Listener listen(Ingress ingress);

    /** Where what was heard is taken. Thread-safe. */
    interface Ingress {

        /**
         * Makes events durable.
         *
         * @return {@link Receipt#STORED} when the provider may be told that they are safe; {@link Receipt#NOT_STORED} when it
         *         should bring them again
         */
        Receipt take(List<WebhookEvent> events);
    }

    /** Somebody who listens. */
    interface Listener extends AutoCloseable {

        /** Stops listening and lets go of everything; waits a few seconds at most. */
        @Override
        void close();
    }
}
