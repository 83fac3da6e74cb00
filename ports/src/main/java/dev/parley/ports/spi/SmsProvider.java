package dev.parley.ports.spi;

import java.util.List;

/**
 * One account at one provider: it sends texts and understands the webhooks that the provider sends us. HTTP servers,
 * databases and retries stop before it. Implementations are safe for use by many threads, keep no static state, set
 * explicit timeouts on everything that they call, and never log or throw a text or a secret.
 */
public interface SmsProvider {

    /**
     * Hands one text to the provider with exactly one request: no retry, not even a hidden one of an HTTP client or SDK.
     * Blocks until the provider has answered or the adapter's own timeout is over.
     *
     * @param text what to send to whom
     * @return what it came to. Whoever cannot tell whether the provider took the text says
     *         {@link SendOutcome.Ambiguous}; an exception counts as that too
     */
    SendOutcome send(OutboundText text);

    /**
     * Says whether a webhook is really from this account. Compare in constant time, over the bytes as they came.
     *
     * @param request as received; nothing about it is trusted yet
     * @return {@link Verdict.Genuine} or the reason why it is not
     */
    Verdict check(WebhookRequest request);

    /**
     * Reads what a genuine webhook tells.
     *
     * @param webhook one that {@link #check} found genuine: there is no other way to get such an object
     * @return the events in it, in order; what is not understood becomes {@link WebhookEvent.Ignored}, and one bad item
     *         does not lose the others
     */
    List<WebhookEvent> read(AuthenticWebhook webhook);

    /**
     * What the provider wants to hear. A handshake is answered here too: a challenge that {@link #check} found genuine and of
     * which {@link #read} made no event can be sent back. To what is refused, success is the answer of a provider that only tried
     * whether the address is there: no record of it is kept.
     *
     * @param request its webhook
     * @param receipt what became of it with us
     * @return by default 204 when it is safe with us, 503 when it should be sent again and 403 when it is not believed
     */
    default WebhookAnswer answer(WebhookRequest request, Receipt receipt) {
        return switch (receipt) {
            case STORED -> WebhookAnswer.NO_CONTENT;
            case NOT_STORED, UNDECIDED -> WebhookAnswer.TRY_AGAIN;
            case REFUSED -> WebhookAnswer.FORBIDDEN;
        };
    }
}
