package dev.parley.ports.out;

import dev.parley.ports.Secret;
import dev.parley.ports.notify.CustomerEvent;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.PostOutcome;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Calls the servers of customers. Thread-safe. */
public interface CustomerWebhooks {

    /** Writes an event as the JSON that is sent, and stored to be sent again unchanged. */
    String render(CustomerEvent event);

    /**
     * Posts a delivery once, signed as Standard Webhooks 1.0 says. Blocks at most 15 seconds, the body of the answer included.
     *
     * @param secrets what to sign with: one signature each
     * @param at the time that the signature names
     */
    PostOutcome post(Delivery delivery, List<Secret> secrets, Instant at);

    /**
     * Whether a customer may name this address at all.
     *
     * @return why not, in a sentence; empty when it may be called
     */
    Optional<String> refusal(URI url);
}
