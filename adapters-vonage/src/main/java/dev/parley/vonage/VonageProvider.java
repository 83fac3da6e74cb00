package dev.parley.vonage;

import dev.parley.ports.spi.AuthenticWebhook;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.Receipt;
import dev.parley.ports.spi.SelfCheck;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookAnswer;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One Vonage account. */
final class VonageProvider implements SmsProvider, SelfCheck {

    /** Exactly 200, as Vonage wants it of an address before it <a href="https://developer.vonage.com/en/api/numbers">stores it</a>. */
    private static final WebhookAnswer OK = new WebhookAnswer(200, Map.of(), "");

    private static final Verdict NO_SECRET = new Verdict.NotConfigured(VonageSettings.SIGNATURE_SECRET);

    private final Optional<WebhookProof> proof;
    private final VonageSender sender;
    private final AccountCheck records;

    VonageProvider(VonageAccount account, InstantSource clock, VonageSender sender, AccountCheck records) {
        this.proof = account.signing().secret().map(secret -> new WebhookProof(secret, account, clock));
        this.sender = sender;
        this.records = records;
    }

    @Override
    public SendOutcome send(OutboundText text) {
        return sender.send(text);
    }

    @Override
    public Verdict check(WebhookRequest request) {
        return proof.map(p -> p.check(request)).orElse(NO_SECRET);
    }

    @Override
    public List<WebhookEvent> read(AuthenticWebhook webhook) {
        return switch (Content.of(webhook)) {
            case Content.OfSms content -> List.of(new SmsWebhook(content).event());
            case Content.OfMessages content -> List.of(new MessagesWebhook(content).event());
            case Content.Nothing _, Content.Unknown _ -> List.of(new WebhookEvent.Ignored("a webhook of Vonage is of neither API"));
        };
    }

    @Override
    public WebhookAnswer answer(WebhookRequest request, Receipt receipt) {
        return switch (receipt) {
            case STORED -> OK;
            case NOT_STORED, UNDECIDED -> WebhookAnswer.TRY_AGAIN;
            case REFUSED -> isTrial(request) ? OK : WebhookAnswer.FORBIDDEN;
        };
    }

    /** Vonage tries an address with a GET of nothing. It is believed no more than any other, but there is nothing to refuse in it. */
    private boolean isTrial(WebhookRequest request) {
        return proof.isPresent() && Content.of(request) instanceof Content.Nothing;
    }

    @Override
    public List<Finding> selfCheck(Expected expected) {
        return records.findings(expected);
    }
}
