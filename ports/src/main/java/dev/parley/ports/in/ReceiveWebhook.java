package dev.parley.ports.in;

import dev.parley.ports.Result;
import dev.parley.ports.spi.WebhookAnswer;

/** Takes what carriers send us. Thread-safe. */
public interface ReceiveWebhook {

    /**
     * Checks it, makes what it says durable, and answers in the provider's way; no model is asked before that.
     *
     * @return the answer; {@code NOT_FOUND} when no such provider or connection exists
     */
    Result<WebhookAnswer> receive(WebhookHit hit);
}
