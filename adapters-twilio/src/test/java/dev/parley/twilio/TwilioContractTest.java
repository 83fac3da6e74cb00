package dev.parley.twilio;

import dev.parley.ports.Keyword;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport.Status;
import dev.parley.testkit.provider.Account;
import dev.parley.testkit.provider.Expect;
import dev.parley.testkit.provider.ProviderCase;
import dev.parley.testkit.provider.SmsProviderContract;
import dev.parley.testkit.provider.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Twilio as <a href="https://www.twilio.com/docs/messaging">its pages</a> describe it. */
final class TwilioContractTest extends SmsProviderContract {

    @Override
    protected ProviderCase provider() {
        return ProviderCase.of(new TwilioProviderFactory())
                .account(Map.of("accountSid", Hook.ACCOUNT, "authToken", Hook.TOKEN))
                .otherAccount(Map.of("accountSid", "AC00000000000000000000000000000002", "authToken", Hook.OTHER_TOKEN))
                .signed((webhook, account, now) -> signed(webhook, account))
                .inbound(posts("NumMedia=0&Body=${body}"))
                .inbound("GET ?MessageSid=${id}&AccountSid=${account.accountSid}&From=${from}&To=${to}&Body=${body}")
                .media(posts("NumMedia=1&Body=${body}&MediaUrl0=${media.url}&MediaContentType0=${media.type}"))
                .keyword(Keyword.STOP, posts("Body=STOP&OptOutType=STOP"))
                .report(posts("MessageStatus=${status}&SmsStatus=${status}").replace("POST", "POST ?message=${message}"))
                .failure(posts("MessageStatus=${status}&SmsStatus=${status}&ErrorCode=${code}"))
                .status("accepted", Status.SENT)
                .status("scheduled", Status.SENT)
                .status("queued", Status.SENT)
                .status("sending", Status.SENT)
                .status("sent", Status.SENT)
                .status("delivered", Status.DELIVERED)
                .status("read", Status.DELIVERED)
                .status("undelivered", Status.UNDELIVERED)
                .status("failed", Status.FAILED)
                .status("canceled", Status.CANCELED)
                .reason("30003", Reason.RECIPIENT_UNREACHABLE)
                .reason("30005", Reason.RECIPIENT_INVALID)
                .reason("30007", Reason.CONTENT_REJECTED)
                .reason("30034", Reason.SENDER_NOT_ALLOWED)
                .reason("21610", Reason.OPTED_OUT)
                .sends("""
                        POST /2010-04-01/Accounts/${account.accountSid}/Messages.json
                        Content-Type: application/x-www-form-urlencoded

                        From=${from}&To=${to}&Body=${body}&StatusCallback=${statusUrl}""")
                .answer(201, "{\"sid\":\"SM1\",\"num_segments\":\"1\"}", Expect.accepted("SM1"))
                .answer(400, refusal(21211), Expect.refused(Reason.RECIPIENT_INVALID, "21211"))
                .answer(400, refusal(21610), Expect.refused(Reason.OPTED_OUT, "21610"))
                .answer(401, refusal(20003), Expect.refused(Reason.PROVIDER_AUTH, "20003"))
                .answer(404, refusal(20404), Expect.refused(Reason.PROVIDER_AUTH, "20404"))
                .answer(429, "Retry-After: 7", refusal(20429), Expect.throttled(Duration.ofSeconds(7)))
                .answer(400, refusal(21611), Expect.throttled())
                .answer(408, "", Expect.ambiguous());
    }

    private static String posts(String fields) {
        return """
                POST
                Content-Type: application/x-www-form-urlencoded; charset=UTF-8

                MessageSid=${id}&SmsSid=${id}&AccountSid=${account.accountSid}&From=${from}&To=${to}&ApiVersion=2010-04-01&"""
                + fields;
    }

    private static String refusal(int code) {
        return "{\"code\":%d,\"message\":\"No.\",\"status\":400}".formatted(code);
    }

    /** See <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">webhook security</a>. */
    private static Webhook signed(Webhook webhook, Account account) {
        String signature = Hook.signature(
                account.get("authToken"),
                webhook.url(),
                webhook.method().equals("POST") ? Parameter.parse(webhook.body()) : List.of());
        return webhook.withHeader("X-Twilio-Signature", signature);
    }
}
