package dev.parley.vonage;

import dev.parley.ports.spi.Reason;
import dev.parley.testkit.provider.Expect;
import dev.parley.testkit.provider.ProviderCase;
import dev.parley.testkit.provider.SmsProviderContract;
import java.time.Duration;

final class VonageSmsContractTest extends SmsProviderContract {

    @Override
    protected ProviderCase provider() {
        return answers(VonageCase.receipts(VonageCase.inbound(VonageCase.sendingBy("sms"))))
                .reason("2", Reason.RECIPIENT_UNREACHABLE)
                .reason("3", Reason.RECIPIENT_INVALID)
                .reason("6", Reason.CONTENT_REJECTED)
                .reason("8", Reason.UNAVAILABLE)
                .reason("9", Reason.OPTED_OUT)
                .reason("11", Reason.DESTINATION_NOT_ALLOWED)
                .sends("""
                        POST /sms/json
                        Content-Type: application/x-www-form-urlencoded

                        from=${from.digits}&to=${to.digits}&text=${body}&client-ref=${message}&callback=${statusUrl}""");
    }

    private static ProviderCase answers(ProviderCase vonage) {
        return vonage.answer(200, messages(taken(1), taken(2)), Expect.accepted("0A1", "0A2"))
                .answer(200, messages(refused(1)), Expect.throttled())
                .answer(200, messages(refused(4)), Expect.refused(Reason.PROVIDER_AUTH, "4"))
                .answer(200, messages(refused(15)), Expect.refused(Reason.SENDER_NOT_ALLOWED, "15"))
                .answer(200, messages(taken(1), refused(1)), Expect.refused(Reason.THROTTLED, "1"))
                .answer(200, messages(refused(5)), Expect.ambiguous())
                .answer(401, "{\"title\":\"Unauthorized\"}", Expect.refused(Reason.PROVIDER_AUTH, "401"))
                .answer(429, "Retry-After: 7", "", Expect.throttled(Duration.ofSeconds(7)));
    }

    private static String messages(String...parts) {
        return "{\"message-count\":\"" + parts.length + "\",\"messages\":[" + String.join(",", parts) + "]}";
    }

    private static String taken(int part) {
        return "{\"to\":\"12025550187\",\"message-id\":\"0A" + part + "\",\"status\":\"0\",\"message-price\":\"0.0333\"}";
    }

    private static String refused(int status) {
        return "{\"status\":\"" + status + "\",\"error-text\":\"No.\"}";
    }
}
