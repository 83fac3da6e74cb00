package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookCheck;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookRequest;
import dev.parley.testkit.Rule;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Nothing is believed but what the account's own provider has proved. */
final class ProofRules {

    static final List<Rule<Bench>> RULES = List.of(
            new Rule<>(
                    "A1",
                    "what the provider signs is genuine",
                    "check(…) beside the provider's page on signatures: what is hashed, with which key, how it is written; and signed(…) here",
                    ProofRules::genuine),
            new Rule<>(
                    "A5",
                    "without its proof nothing is believed",
                    "check(…): a header that is not there is Forged (or Undecided), not genuine",
                    ProofRules::unsigned),
            new Rule<>(
                    "A6",
                    "what another account signs is not believed",
                    "check(…): the key has to be this connection's own",
                    ProofRules::foreign),
            new Rule<>(
                    "A7",
                    "without its secret a connection believes nothing",
                    "check(…): Verdict.NotConfigured when there is nothing to check with, never Genuine",
                    ProofRules::unconfigured),
            new Rule<>(
                    "A8",
                    "what comes twice is read the same, or not believed",
                    "check(…) and read(…): no memory of what came before",
                    ProofRules::replayed),
            new Rule<>(
                    "A9",
                    "garbage is judged and never throws",
                    "check(…): decode what a stranger sent inside a try, and let nothing be too short or too long",
                    ProofRules::garbage),
            new Rule<>(
                    "A10",
                    "two connections at a time believe each its own account",
                    "check(…): the key in a field of the provider, not in anything static",
                    ProofRules::side_by_side),
            new Rule<>(
                    "A11",
                    "webhooks that are checked at once are each judged by themselves",
                    "check(…) from many threads: no Mac, Signature or MessageDigest in a field, and nothing of a request",
                    ProofRules::at_once));

    private static final int AT_ONCE = 8;
    private static final int TIMES = 25;

    private ProofRules() {}

    private static void genuine(Bench bench) {
        SmsProvider provider = bench.provider();
        for (Webhook webhook : bench.webhooks()) {
            Verdict verdict = bench.check(provider, bench.sign(webhook).request());
            assertInstanceOf(Verdict.Genuine.class, verdict, () -> webhook + " that signed(…) signed was judged " + verdict);
        }
    }

    private static void unsigned(Bench bench) {
        SmsProvider provider = bench.provider();
        for (Webhook webhook : bench.webhooks()) {
            Webhook signed = bench.sign(webhook);
            // A body that is remembered as genuine would be found again below.
            bench.check(provider, signed.request());
            Proof.of(webhook, signed)
                    .lacking()
                    .forEach(lacking -> refuses(bench, provider, lacking.webhook().request(), "it lacks " + lacking.what()));
        }
    }

    private static void foreign(Bench bench) {
        SmsProvider provider = bench.provider();
        Account other = bench.of().otherAccount();
        Webhook ours = bench.webhooks().getFirst();
        refuses(bench, provider, bench.sign(ours, other).request(), "another account signed it");
        Webhook theirs = bench.webhook(bench.of().need(Piece.INBOUND).getFirst(), Sample.inbound(other, bench.clock().instant()));
        refuses(bench, provider, bench.sign(theirs, other).request(), "it is another account's, and signed by that");
    }

    private static void unconfigured(Bench bench) {
        Webhook webhook = bench.webhooks().getFirst();
        for (SettingKey setting : bench.of().described().settings()) {
            String value = bench.of().otherAccount().values().getOrDefault(setting.name(), "");
            if (!setting.required() && proves(bench, setting.name(), value)) {
                var less = new HashMap<>(bench.of().account().values());
                less.remove(setting.name());
                SmsProvider provider = bench.provider(new Account(less));
                String what = "the connection has no " + setting.name();
                refuses(bench, provider, bench.sign(webhook).request(), what);
                refuses(bench, provider, webhook.request(), what);
            }
        }
    }

    /** Whether a setting is what webhooks are checked with: another value makes a genuine one a forged one. */
    private static boolean proves(Bench bench, String setting, String other) {
        if (other.isBlank()) {
            return false;
        }
        var changed = new HashMap<>(bench.of().account().values());
        changed.put(setting, other);
        WebhookRequest genuine = bench.sign(bench.webhooks().getFirst()).request();
        return !(bench.provider(new Account(changed)).check(genuine) instanceof Verdict.Genuine);
    }

    private static void replayed(Bench bench) {
        SmsProvider provider = bench.provider();
        Webhook signed = bench.sign(bench.webhooks().getFirst());
        List<String> first = ids(provider, signed);
        Check.that(!first.isEmpty(), "nothing was read from a signed webhook, see A1 and R1");
        for (Duration later : List.of(Duration.ZERO, Duration.ofMinutes(4), Duration.ofDays(1))) {
            bench.clock().passTime(later);
            List<String> again = ids(provider, signed);
            Check.that(again.isEmpty() || again.equals(first), () -> "read as " + first + " and, " + later + " later, as " + again);
        }
    }

    private static List<String> ids(SmsProvider provider, Webhook signed) {
        return WebhookCheck.of(provider, signed.request()) instanceof WebhookCheck.Passed(var webhook) ? provider.read(webhook)
                .stream()
                .map(event -> event instanceof WebhookEvent.InboundText text ? text.providerMessageId() : event.toString())
                .toList() : List.of();
    }

    private static void garbage(Bench bench) {
        SmsProvider provider = bench.provider();
        Webhook webhook = bench.webhooks().getFirst();
        Proof proof = Proof.of(webhook, bench.sign(webhook));
        Stream.concat(Garbage.requests(webhook), proofs(proof)).forEach(request -> refuses(bench, provider, request, "it is garbage"));
        assertEquals(Verdict.Genuine.class, provider.check(bench.sign(webhook).request()).getClass(), "after that nothing is genuine");
    }

    private static Stream<WebhookRequest> proofs(Proof proof) {
        Stream<WebhookRequest> headers = proof.headers().stream().flatMap(h -> with(proof, h));
        Stream<WebhookRequest> parameters = proof.parameters()
                .stream()
                .flatMap(p -> Garbage.VALUES.stream().map(value -> proof.plain().withParameter(p.name(), value).request()));
        return Stream.concat(headers, parameters);
    }

    private static Stream<WebhookRequest> with(Proof proof, Parameter header) {
        return Garbage.VALUES.stream().map(value -> proof.with(header, value).request());
    }

    private static void side_by_side(Bench bench) {
        Account ours = bench.of().account();
        Account theirs = bench.of().otherAccount();
        WebhookRequest toUs = signedFor(bench, ours);
        WebhookRequest toThem = signedFor(bench, theirs);
        SmsProvider us = bench.provider();
        believes(bench, us, toUs, "the connection is the only one");
        SmsProvider them = bench.provider(theirs);
        for (String when : List.of("another account's connection was made", "both connections were used")) {
            believes(bench, us, toUs, when);
            believes(bench, them, toThem, when);
            refuses(bench, us, toThem, "it is another account's, and " + when);
            refuses(bench, them, toUs, "it is the first account's, and " + when);
        }
    }

    private static WebhookRequest signedFor(Bench bench, Account account) {
        Values values = Sample.inbound(account, bench.clock().instant());
        return bench.sign(bench.webhook(bench.of().need(Piece.INBOUND).getFirst(), values), account).request();
    }

    private static void believes(Bench bench, SmsProvider provider, WebhookRequest genuine, String when) {
        assertInstanceOf(Verdict.Genuine.class, bench.check(provider, genuine), () -> "a signed webhook is not believed when " + when);
    }

    private static void at_once(Bench bench) {
        SmsProvider provider = bench.provider();
        Template template = bench.of().need(Piece.INBOUND).getFirst();
        AtOnce.run(IntStream.range(0, AT_ONCE).mapToObj(n -> {
            Webhook webhook = bench.webhook(template, bench.inbound().with("id", Sample.id(n)));
            WebhookRequest genuine = bench.sign(webhook).request();
            WebhookRequest forged = bench.sign(webhook, bench.of().otherAccount()).request();
            return (Runnable) () -> {
                for (int i = 0; i < TIMES; i++) {
                    believes(bench, provider, genuine, AT_ONCE + " are checked at once");
                    refuses(bench, provider, forged, "another account signed it; " + AT_ONCE + " were checked at once");
                }
            };
        }).toList());
    }

    private static void refuses(Bench bench, SmsProvider provider, WebhookRequest request, String what) {
        if (bench.check(provider, request) instanceof Verdict.Genuine) {
            throw new AssertionError("it passes for genuine although " + what);
        }
    }
}
