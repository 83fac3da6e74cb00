package dev.parley.vonage;

import dev.parley.ports.Secret;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookRequest;
import java.time.InstantSource;

/** Says whether a webhook is from our account, by the signature of the API that it is of. Immutable. */
final class WebhookProof {

    private static final Verdict ANOTHER_ACCOUNT = Verdict.Forged.because(
            "The signature is right, but the webhook is about another account: let apiKey name the account that owns the number.");
    private static final Verdict OF_NO_API = Verdict.Forged.because(
            "There is no signature, and neither the SMS API nor the Messages API sends anything of that form.");

    private static final Verdict NOTHING = Verdict.Forged.because(
            "A GET that carries nothing: so Vonage looks whether an address answers before it stores it. Nothing has to be changed.");

    private final String apiKey;
    private final SmsSignature sms;
    private final MessagesSignature messages;

    WebhookProof(Secret secret, VonageAccount account, InstantSource clock) {
        this.apiKey = account.apiKey();
        this.sms = new SmsSignature(secret, account.signing().method(), clock);
        this.messages = new MessagesSignature(secret, account, clock);
    }

    Verdict check(WebhookRequest request) {
        return switch (Content.of(request)) {
            case Content.Nothing _ -> NOTHING;
            case Content.OfSms content -> ours(content, sms.check(content));
            case Content.OfMessages _ -> messages.check(request);
            case Content.Unknown _ -> request.header("Authorization").isPresent() ? messages.check(request) : OF_NO_API;
        };
    }

    private Verdict ours(Content.OfSms content, Verdict verdict) {
        boolean foreign = content.find(SmsWebhook.ACCOUNT).filter(key -> !key.equals(apiKey)).isPresent();
        return verdict instanceof Verdict.Genuine && foreign ? ANOTHER_ACCOUNT : verdict;
    }
}
