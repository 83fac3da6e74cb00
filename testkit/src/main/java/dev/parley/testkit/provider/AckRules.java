package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.spi.Receipt;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.WebhookAnswer;
import dev.parley.ports.spi.WebhookCheck;
import dev.parley.ports.spi.WebhookRequest;
import dev.parley.testkit.Rule;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;

/** The provider is told what became of its webhook. */
final class AckRules {

    private static final String HELP = "answer(request, receipt): one case for each Receipt; leave it out, and the default does this";

    static final List<Rule<Bench>> RULES = List.of(
            new Rule<>("K1", "what is stored is acknowledged: 2xx", HELP, bench -> answers(bench, Receipt.STORED, s -> s / 100 == 2)),
            new Rule<>(
                    "K2",
                    "what could not be stored is asked for again: 5xx or 429",
                    HELP,
                    bench -> answers(bench, Receipt.NOT_STORED, s -> s / 100 == 5 || s == 429)),
            new Rule<>(
                    "K3",
                    "what could not be judged is asked for again: 5xx or 429",
                    HELP,
                    bench -> answers(bench, Receipt.UNDECIDED, s -> s / 100 == 5 || s == 429)),
            new Rule<>(
                    "K4",
                    "what is not believed is refused: 401 or 403",
                    HELP,
                    bench -> answers(bench, Receipt.REFUSED, s -> s == 401 || s == 403)),
            new Rule<>(
                    "K5",
                    "a webhook is dealt with in time, and without a call to anybody",
                    "check(…), read(…) and answer(…): no request in them; fetch keys in create(…) or when sending",
                    AckRules::in_time));

    private AckRules() {}

    private static void answers(Bench bench, Receipt receipt, IntPredicate right) {
        SmsProvider provider = bench.provider();
        for (Webhook webhook : bench.webhooks()) {
            WebhookAnswer answer = provider.answer(bench.sign(webhook).request(), receipt);
            Check.that(right.test(answer.status()), () -> receipt + " was answered with HTTP " + answer.status());
        }
    }

    private static void in_time(Bench bench) {
        VendorApi api = bench.api(Reply.of(500, ""));
        SmsProvider provider = bench.provider(bench.of().account(), api.url());
        Duration deadline = bench.of().factory().description().answerWithin();
        for (Webhook webhook : bench.webhooks()) {
            long before = System.nanoTime();
            deal(provider, bench.sign(webhook).request());
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            Check.that(took.compareTo(deadline) < 0, () -> "it took " + took + ", and the provider waits " + deadline);
        }
        assertEquals(List.of(), api.received(), "the provider was called");
    }

    private static void deal(SmsProvider provider, WebhookRequest request) {
        if (WebhookCheck.of(provider, request) instanceof WebhookCheck.Passed(var webhook)) {
            provider.read(webhook);
        }
        provider.answer(request, Receipt.STORED);
    }
}
