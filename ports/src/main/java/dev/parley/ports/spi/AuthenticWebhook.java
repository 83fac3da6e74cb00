package dev.parley.ports.spi;

/**
 * A webhook that its provider found genuine. Only {@link WebhookCheck#of} makes one, so that reading without checking does
 * not compile. Immutable.
 */
public final class AuthenticWebhook {

    private final WebhookRequest request;

    AuthenticWebhook(WebhookRequest request) {
        this.request = request;
    }

    /** What was received. */
    public WebhookRequest request() {
        return request;
    }

    @Override
    public String toString() {
        return "AuthenticWebhook[" + request + "]";
    }
}
