package dev.parley.vonage;

import dev.parley.ports.spi.Reason;
import dev.parley.testkit.provider.Expect;
import dev.parley.testkit.provider.ProviderCase;
import dev.parley.testkit.provider.SmsProviderContract;
import java.time.Duration;

final class VonageMessagesContractTest extends SmsProviderContract {

    @Override
    protected ProviderCase provider() {
        return answers(VonageCase.statuses(VonageCase.inbound(VonageCase.sendingBy("messages"))))
                .reason("1000", Reason.THROTTLED)
                .reason("1120", Reason.SENDER_NOT_ALLOWED)
                .reason("1190", Reason.RECIPIENT_INVALID)
                .reason("1210", Reason.CONTENT_REJECTED)
                .reason("1240", Reason.OPTED_OUT)
                .reason("4711", Reason.UNKNOWN)
                .sends("""
                        POST /v1/messages
                        Content-Type: application/json

                        {"message_type":"text","channel":"sms","from":"${from.digits}","to":"${to.digits}","text":"${body}",
                         "client_ref":"${message}","webhook_url":"${statusUrl}"}""");
    }

    private static ProviderCase answers(ProviderCase vonage) {
        String uuid = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab";
        return vonage.answer(202, "{\"message_uuid\":\"" + uuid + "\"}", Expect.accepted(uuid))
                .answer(401, "{\"title\":\"Unauthorized\"}", Expect.refused(Reason.PROVIDER_AUTH, "401"))
                .answer(402, "{\"title\":\"Low balance\"}", Expect.refused(Reason.PROVIDER_ACCOUNT, "402"))
                .answer(422, problem(1120), Expect.refused(Reason.SENDER_NOT_ALLOWED, "1120"))
                .answer(422, problem(1240), Expect.refused(Reason.OPTED_OUT, "1240"))
                .answer(429, "Retry-After: 7", problem(1000), Expect.throttled(Duration.ofSeconds(7)))
                .answer(500, "{\"title\":\"Internal error\"}", Expect.ambiguous());
    }

    private static String problem(int number) {
        return "{\"type\":\"https://developer.vonage.com/api-errors/messages#" + number + "\",\"title\":\"" + number
                + "\",\"detail\":\"No.\",\"instance\":\"4711\"}";
    }
}
