package dev.parley.testkit.provider;

import dev.parley.ports.spi.Reason;
import java.time.Duration;
import java.util.Map;

/** A second provider that is right: forms, a GET, parts of texts, the address signed. */
final class PagerContractTest extends SmsProviderContract {

    @Override
    protected ProviderCase provider() {
        return ProviderCase.of(new PagerFactory())
                .account(Map.of("password", "p4ssw0rd-of-pager"))
                .otherAccount(Map.of("password", "another-p4ssw0rd"))
                .signed((webhook, account, now) -> webhook.withHeader(
                        Pager.SIGNATURE,
                        Acme.hmac(account.get("password"), webhook.url(), webhook.bytes())))
                .inbound("GET ?id=${id}&from=${from}&to=${to}&msg=${body}")
                .inbound("""
                        POST
                        Content-Type: application/x-www-form-urlencoded

                        id=${id}&from=${from}&to=${to}&msg=${body}""")
                .part("""
                        POST
                        Content-Type: application/x-www-form-urlencoded

                        id=${id}&from=${from}&to=${to}&msg=${body}&ref=${part.ref}&part=${part.index}&total=${part.total}""")
                .sends("""
                        POST /send
                        Content-Type: application/x-www-form-urlencoded

                        pass=${account.password}&from=${from}&to=${to}&msg=${body}""")
                .answer(200, "OK p1 p2", Expect.accepted("p1", "p2"))
                .answer(403, "ERROR E7", Expect.refused(Reason.PROVIDER_ACCOUNT, "E7"))
                .answer(429, "", Expect.throttled())
                .patience(Duration.ofSeconds(3));
    }
}
