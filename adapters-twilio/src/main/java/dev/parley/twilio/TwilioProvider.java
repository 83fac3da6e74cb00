package dev.parley.twilio;

import dev.parley.ports.spi.AuthenticWebhook;
import dev.parley.ports.spi.InboundHistory;
import dev.parley.ports.spi.InboundHistory.Period;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.Receipt;
import dev.parley.ports.spi.SelfCheck;
import dev.parley.ports.spi.SendLookup;
import dev.parley.ports.spi.SendLookup.SearchedText;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookAnswer;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookRequest;
import java.util.List;
import java.util.Map;

/** One Twilio account. */
final class TwilioProvider implements SmsProvider, SelfCheck, SendLookup, InboundHistory {

    /** TwiML that says nothing: any other body may be taken for a reply or raises an alert. */
    private static final WebhookAnswer NOTHING_TO_SAY = new WebhookAnswer(
            200,
            Map.of("Content-Type", "text/xml"),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");

    private static final WebhookAnswer NAMES_NO_TEXT =
            new WebhookAnswer(400, Map.of("Content-Type", "text/plain; charset=utf-8"), "MessageSid is missing\n");

    private static final Verdict ANOTHER_ACCOUNT = Verdict.Forged.because(
            "The signature is right, but the webhook is about another account: "
                    + "let accountSid name the account that owns the number.");

    private final String accountSid;
    private final TwilioSignature signature;
    private final TwilioSender sender;
    private final TwilioSelfCheck selfCheck;
    private final TwilioLog log;

    TwilioProvider(TwilioAccount account, OneShotTransport transport, TwilioSelfCheck selfCheck, TwilioLog log) {
        this.accountSid = account.sid();
        this.signature = new TwilioSignature(account.tokens());
        this.sender = new TwilioSender(account, transport);
        this.selfCheck = selfCheck;
        this.log = log;
    }

    @Override
    public SendOutcome send(OutboundText text) {
        return sender.send(text);
    }

    @Override
    public List<Finding> selfCheck(Expected expected) {
        return selfCheck.look(expected);
    }

    @Override
    public SendLookup.Answer lookUp(SearchedText text) {
        return log.lookUp(text);
    }

    @Override
    public InboundHistory.Answer received(Period period) {
        return log.received(period);
    }

    @Override
    public Verdict check(WebhookRequest request) {
        Verdict verdict = signature.check(request);
        return verdict instanceof Verdict.Genuine && isAboutAnotherAccount(request) ? ANOTHER_ACCOUNT : verdict;
    }

    private boolean isAboutAnotherAccount(WebhookRequest request) {
        return TwilioWebhook.of(request).accountSid().filter(sid -> !sid.equals(accountSid)).isPresent();
    }

    @Override
    public List<WebhookEvent> read(AuthenticWebhook webhook) {
        return List.of(TwilioWebhook.of(webhook).event());
    }

    @Override
    public WebhookAnswer answer(WebhookRequest request, Receipt receipt) {
        return switch (receipt) {
            case STORED -> TwilioWebhook.of(request).namesText() ? NOTHING_TO_SAY : NAMES_NO_TEXT;
            case NOT_STORED, UNDECIDED -> WebhookAnswer.TRY_AGAIN;
            case REFUSED -> WebhookAnswer.FORBIDDEN;
        };
    }
}
