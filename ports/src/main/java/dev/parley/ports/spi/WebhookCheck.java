package dev.parley.ports.spi;

import java.util.Objects;

/** What checking a webhook came to. The one place that makes an {@link AuthenticWebhook}. */
public sealed interface WebhookCheck {

    /**
     * It may be read.
     *
     * @param webhook proof of the check
     */
    record Passed(AuthenticWebhook webhook) implements WebhookCheck {}

    /**
     * It may not be read.
     *
     * @param verdict why not; never {@link Verdict.Genuine}
     */
    record Failed(Verdict verdict) implements WebhookCheck {
        /** Whoever has no verdict has not checked. */
        public Failed {
            Objects.requireNonNull(verdict, "verdict");
        }
    }

    /** Asks a provider whether a webhook is from it. */
    static WebhookCheck of(SmsProvider provider, WebhookRequest request) {
        Verdict verdict = provider.check(request);
        return verdict instanceof Verdict.Genuine ? new Passed(new AuthenticWebhook(request)) : new Failed(verdict);
    }
}
