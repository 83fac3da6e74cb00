package dev.parley.testkit.provider;

import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookRequest;
import dev.parley.testkit.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Of a provider that signs: whatever is changed on the way is noticed. */
final class TamperRules {

    static final List<Rule<Bench>> RULES = List.of(
            new Rule<>(
                    "A2",
                    "a changed byte of the body is noticed",
                    "check(…): what is hashed has to contain all of request.body(), as it came, each time anew; not bodyText()",
                    TamperRules::body),
            new Rule<>(
                    "A3",
                    "a changed byte of the proof is noticed",
                    "check(…): MessageDigest.isEqual over the whole signature, in its own case; not startsWith, not equalsIgnoreCase",
                    TamperRules::proof),
            new Rule<>(
                    "A4",
                    "a changed byte of the address is noticed where the address is signed",
                    "check(…): request.publicUrl() as it is, with its query",
                    TamperRules::address));

    private TamperRules() {}

    private static void body(Bench bench) {
        bench.webhooks().forEach(webhook -> body(bench, bench.sign(webhook), Forgery::changed));
        for (Template template : bench.of().need(Piece.INBOUND)) {
            Webhook foreign = bench.webhook(template, bench.inbound().with("body", "ü and \uFFFD"));
            Webhook decoded = bench.webhook(template, bench.inbound().with("body", "ü"));
            body(bench, bench.sign(signsBytes(bench, foreign) ? foreign : decoded), Forgery::malformed);
        }
    }

    /** Or else what the body says, in which a byte that is none of UTF-8 cannot be told from what decoders write for it. */
    private static boolean signsBytes(Bench bench, Webhook webhook) {
        Webhook spaced = webhook.withBody(webhook.body() + " ");
        return !Proof.of(webhook, bench.sign(webhook)).same(Proof.of(spaced, bench.sign(spaced)));
    }

    private static void body(Bench bench, Webhook signed, Function<byte[], Stream<byte[]>> forge) {
        SmsProvider provider = bench.provider();
        // A verdict that is remembered by its signature would be found again below.
        provider.check(signed.request());
        forge.apply(signed.bytes()).forEach(body -> {
            var forged = new WebhookRequest(signed.method(), signed.url(), signed.headers(), body);
            refuses(bench, provider, forged, "the body " + difference(signed.body(), body));
        });
    }

    private static void proof(Bench bench) {
        SmsProvider provider = bench.provider();
        for (Webhook webhook : bench.webhooks()) {
            Proof proof = Proof.of(webhook, bench.sign(webhook));
            for (Parameter header : proof.headers()) {
                Forgery.of(header)
                        .forEach(value -> refuses(
                                bench,
                                provider,
                                proof.with(header, value).request(),
                                header.name() + ": " + value + " instead of " + header.value()));
            }
        }
    }

    private static void address(Bench bench) {
        SmsProvider provider = bench.provider();
        for (Webhook webhook : bench.webhooks()) {
            Webhook signed = bench.sign(webhook);
            int from = signedFrom(bench, webhook);
            String kept = signed.url().substring(0, from);
            Forgery.changed(signed.url().substring(from))
                    .forEach(rest -> refuses(
                            bench,
                            provider,
                            signed.withUrl(kept + rest).request(),
                            "the address " + kept + rest + " instead of " + signed.url()));
        }
    }

    /** From where on the address is signed: all of it, its query when that carries the webhook, or nothing. */
    private static int signedFrom(Bench bench, Webhook webhook) {
        String url = bench.sign(webhook).url();
        Webhook elsewhere = webhook.withUrl(webhook.url().replace("/webhooks/", "/elsewhere/"));
        boolean all = !Proof.of(webhook, bench.sign(webhook)).same(Proof.of(elsewhere, bench.sign(elsewhere)));
        int question = url.indexOf('?') + 1;
        return all ? 0 : webhook.method().equals("GET") && question > 0 ? question : url.length();
    }

    private static void refuses(Bench bench, SmsProvider provider, WebhookRequest forged, String what) {
        if (provider.check(forged) instanceof Verdict.Genuine) {
            throw new AssertionError("it passes for genuine with " + what + ", sent to " + bench.of().described().name());
        }
    }

    private static String difference(String was, byte[] forged) {
        byte[] original = was.getBytes(StandardCharsets.UTF_8);
        int at = java.util.Arrays.mismatch(original, forged);
        int from = Math.max(0, at - 20);
        return "…" + new String(forged, from, Math.min(40, forged.length - from), StandardCharsets.UTF_8) + "… where the provider wrote …"
                + new String(original, from, Math.min(40, original.length - from), StandardCharsets.UTF_8) + "…";
    }
}
