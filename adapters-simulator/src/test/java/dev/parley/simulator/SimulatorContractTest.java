package dev.parley.simulator;

import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport.Status;
import dev.parley.testkit.provider.Expect;
import dev.parley.testkit.provider.ProviderCase;
import dev.parley.testkit.provider.SmsProviderContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The simulator is a provider like any other, but that it calls nobody to send. */
final class SimulatorContractTest extends SmsProviderContract {

    @Override
    protected ProviderCase provider() {
        return ProviderCase.of(new SimulatorProviderFactory())
                .account(Map.of("signingSecret", "simulated-secret-1"))
                .otherAccount(Map.of("signingSecret", "simulated-secret-2"))
                .signed((webhook, account, now) -> {
                    String time = String.valueOf(now.getEpochSecond());
                    Mac mac = Mac.getInstance("HmacSHA256");
                    mac.init(new SecretKeySpec(account.get("signingSecret").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                    mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
                    return webhook.withHeader("X-Simulator-Timestamp", time)
                            .withHeader("X-Simulator-Signature", HexFormat.of().formatHex(mac.doFinal(webhook.bytes())));
                })
                .inbound(posts("""
                        {"type":"text","id":"${id}","from":"${from}","to":"${to}","body":"${body}"}"""))
                .report(posts("""
                        {"type":"status","id":"${id}","messageId":"${message}","from":"${from}","to":"${to}","status":"${status}"}"""))
                .failure(posts("""
                        {"type":"status","id":"${id}","from":"${from}","to":"${to}","status":"${status}","error":"${code}"}"""))
                .status("delivered", Status.DELIVERED)
                .status("undelivered", Status.UNDELIVERED)
                .reason("switched_off", Reason.RECIPIENT_UNREACHABLE)
                .receiver("+12025550187", Expect.accepted())
                .receiver("+15005550001", Expect.refused(Reason.RECIPIENT_INVALID, "invalid"))
                .receiver("+15005550002", Expect.throttled(Duration.ofSeconds(5)))
                .receiver("+15005550003", Expect.ambiguous())
                .receiver("+15005550004", Expect.accepted())
                .receiver("+15005550009", Expect.refused(Reason.OPTED_OUT, "opted_out"));
    }

    private static String posts(String json) {
        return "POST\nContent-Type: application/json\n\n" + json;
    }
}
