package dev.parley.ports.spi;

/**
 * A webhook that its provider found genuine. Only {@link WebhookCheck#of} makes one, so that reading without checking does
 * not compile. Immutable.
 */
public final class AuthenticWebhook extends WebhookRequest {

    AuthenticWebhook(WebhookRequest checked) {
        super(checked);
    }
}
