package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.testkit.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Of a provider that tells of several texts at once: each is told of. */
final class BatchRules {

    private static final String HELP = "read(…): one event for each item, and Ignored for an item that is not understood";

    static final List<Rule<Bench>> RULES = List.of(
            new Rule<>("R11", "several texts in one webhook are read, in order", HELP, BatchRules::several),
            new Rule<>(
                    "R12",
                    "one bad item does not lose the others",
                    HELP + "; read each inside a try of its own",
                    BatchRules::one_is_bad));

    private BatchRules() {}

    private static void several(Bench bench) {
        for (int count : List.of(0, 1, 3)) {
            List<String> items = new ArrayList<>();
            IntStream.rangeClosed(1, count).forEach(n -> items.add(item(bench, n)));
            assertEquals(IntStream.rangeClosed(1, count).mapToObj(Sample::id).toList(), ids(bench, items));
        }
    }

    private static void one_is_bad(Bench bench) {
        for (String bad : List.of("{}", "null", "42", "\"x\"", "[]", "{\"id\":null,\"type\":7}")) {
            assertEquals(
                    List.of(Sample.id(1), Sample.id(2)),
                    ids(bench, List.of(item(bench, 1), bad, item(bench, 2))),
                    () -> "beside the item " + bad);
        }
    }

    private static String item(Bench bench, int n) {
        return bench.of().need(Piece.BATCH).getFirst().item(bench.inbound().with("id", Sample.id(n)));
    }

    private static List<String> ids(Bench bench, List<String> items) {
        Template batch = bench.of().need(Piece.BATCH).getFirst();
        List<WebhookEvent> events =
                bench.read(batch.webhook(Sample.HOOKS + bench.of().described().name() + "/inbound", bench.inbound(), items));
        return events.stream().filter(InboundText.class::isInstance).map(e -> ((InboundText) e).providerMessageId()).toList();
    }
}
