package dev.parley.testkit.provider;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The contract of an SMS provider's adapter: every promise of {@link dev.parley.ports.spi.SmsProvider} and its factory, as
 * numbered rules that can fail. Extend it, say in {@link #provider()} what the provider says and hears, and run it:
 * <pre>{@code
 * final class AcmeContractTest extends SmsProviderContract {
 *
 *     @Override
 *     protected ProviderCase provider() {
 *         return ProviderCase.of(new AcmeProviderFactory())
 *             .account(Map.of("apiKey", "key-0123", "secret", "s3cr3t-s3cr3t"))
 *             .otherAccount(Map.of("apiKey", "key-9876", "secret", "another-secret"))
 *             .signed((webhook, account, now) -> webhook.withHeader("X-Acme-Signature", hmac(account.get("secret"), webhook.bytes())))
 *             .inbound("""
 *                 POST
 *                 Content-Type: application/json
 *
 *                 {"id":"${id}","from":"${from}","to":"${to}","text":"${body}"}""")
 *             .sends("""
 *                 POST /v1/messages
 *                 Content-Type: application/json
 *
 *                 {"from":"${from}","to":"${to}","text":"${body}"}""")
 *             .answer(200, "{\"id\":\"m1\"}", Expect.accepted("m1"))
 *             .answer(429, "Retry-After: 7", "", Expect.throttled(Duration.ofSeconds(7)))
 *             .answer(403, "{\"code\":\"stop\"}", Expect.refused(Reason.OPTED_OUT, "stop"));
 *     }
 * }
 * }</pre>
 * The adapter talks to a server on the loopback that it finds at {@link dev.parley.ports.spi.ProviderSetup#baseUrl}. Nothing
 * leaves the machine. While a rule runs, standard output and {@code java.util.logging} are listened to.
 */
@Execution(ExecutionMode.SAME_THREAD)
public abstract class SmsProviderContract {

    /** For the test class of an adapter. */
    protected SmsProviderContract() {}

    /** What the provider says and hears. */
    protected abstract ProviderCase provider();

    /** One test for each rule, in groups. */
    @TestFactory
    public final Stream<DynamicNode> keeps_the_contract_of_providers() {
        return ProviderGroups.tests(provider());
    }
}
