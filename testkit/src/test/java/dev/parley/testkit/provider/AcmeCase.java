package dev.parley.testkit.provider;

import dev.parley.ports.Keyword;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport.Status;
import java.time.Duration;
import java.util.Map;

/** What Acme says and hears: as its adapter's author would write it. */
final class AcmeCase {

    static final String OTHER_KEY = "signing-key-9876";

    private static final String ITEM = """
            {"id":"${id}","kind":"text","from":"${from.digits}","to":"${to.digits}","text":"${body}"}""";

    private AcmeCase() {}

    static ProviderCase of(Fault fault) {
        return fault == Fault.CLAIMS_TO_JOIN ? usual(fault).part(posts("""
                {"id":"${id}","kind":"text","from":"${from.digits}","to":"${to.digits}","text":"${body}","part":"${part.index}",
                 "ref":"${part.ref}","of":"${part.total}"}""")) : usual(fault);
    }

    private static ProviderCase usual(Fault fault) {
        return ProviderCase.of(new AcmeFactory(fault))
                .account(Map.of("accountId", "acme-1-account", "token", "token-0123456789", "signingKey", "signing-key-0123", "pool", "p1"))
                .otherAccount(
                        Map.of("accountId", "acme-2-account", "token", "token-9876543210", "signingKey", OTHER_KEY, "pool",
                                "p2"))
                .signed((webhook, account, now) -> {
                    String time = String.valueOf(now.getEpochSecond());
                    return webhook.withHeader(Acme.TIME, time)
                            .withHeader(Acme.SIGNATURE, Acme.hmac(account.get("signingKey"), time,
                                    fault == Fault.IGNORES_BODY ? new byte[0] : webhook.bytes()));
                })
                .inbound(posts(ITEM))
                .media(posts("""
                        {"id":"${id}","kind":"text","from":"${from.digits}","to":"${to.digits}","text":"${body}","picture":"${media.url}",
                         "type":"${media.type}"}"""))
                .keyword(Keyword.STOP, posts("""
                        {"id":"${id}","kind":"text","from":"${from.digits}","to":"${to.digits}","text":"STOP","handled":true}"""))
                .batch(posts("${items}"), ITEM)
                .report(posts("""
                        {"id":"${id}","kind":"report","from":"${from}","to":"${to}","status":"${status}","code":"${code}"}"""))
                .status("sent", Status.SENT)
                .status("arrived", Status.DELIVERED)
                .status("lost", Status.FAILED)
                .reason("30", Reason.RECIPIENT_UNREACHABLE)
                .reason("40", Reason.OPTED_OUT)
                .sends("""
                        POST /v1/texts
                        Content-Type: application/json
                        Authorization: Bearer ${account.token}

                        {"sender":"${from}","receiver":"${to}","text":"${body}"}""")
                .answer(201, "{\"id\":\"a1\"}", Expect.accepted("a1"))
                .answer(429, "Retry-After: 7", "{\"code\":\"slow\"}", Expect.throttled(Duration.ofSeconds(7)))
                .answer(429, "", Expect.throttled())
                .answer(403, "{\"code\":\"stopped\"}", Expect.refused(Reason.OPTED_OUT, "stopped"))
                .answer(400, "{\"code\":\"no-such-number\"}", Expect.refused(Reason.RECIPIENT_INVALID, "no-such-number"))
                .patience(Duration.ofSeconds(3));
    }

    private static String posts(String item) {
        return """
                POST
                Content-Type: application/json

                {"event":"e1","account":"${account.accountId}","items":[%s]}""".formatted(item);
    }
}
