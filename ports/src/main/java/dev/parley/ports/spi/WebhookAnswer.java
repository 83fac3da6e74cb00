package dev.parley.ports.spi;

import java.util.Map;

/**
 * The HTTP answer to a webhook. Immutable; does not print the body.
 *
 * @param status the status code
 * @param headers by name; often just {@code Content-Type}
 * @param body as UTF-8 text; may be empty
 */
public record WebhookAnswer(int status, Map<String, String> headers, String body) {

    /** Taken, nothing to say. */
    public static final WebhookAnswer NO_CONTENT = new WebhookAnswer(204, Map.of(), "");

    /** Not believed. */
    public static final WebhookAnswer FORBIDDEN = new WebhookAnswer(403, Map.of(), "");

    /** Please send it again. */
    public static final WebhookAnswer TRY_AGAIN = new WebhookAnswer(503, Map.of("Retry-After", "5"), "");

    /** Copies the map. */
    public WebhookAnswer {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "WebhookAnswer[" + status + "]";
    }
}
