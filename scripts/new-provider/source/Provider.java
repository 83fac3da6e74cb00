package __package__;

import dev.parley.ports.spi.AuthenticWebhook;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookRequest;
import java.util.List;

/** One account at __Name__. */
final class __Name__Provider implements SmsProvider {

    @Override
    public SendOutcome send(OutboundText text) {
        return SendOutcome.refused(Reason.UNSUPPORTED, "send", "sending is not written yet");
    }

    @Override
    public Verdict check(WebhookRequest request) {
        return Verdict.Forged.because("the check of webhooks is not written yet");
    }

    @Override
    public List<WebhookEvent> read(AuthenticWebhook webhook) {
        return List.of(new WebhookEvent.Ignored("the reading of webhooks is not written yet"));
    }
}
