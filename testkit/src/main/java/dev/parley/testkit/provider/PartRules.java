package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.Part;
import dev.parley.testkit.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Of a provider that does not join the parts of long texts: they can be joined here. */
final class PartRules {

    private static final String HELP = "read(…): InboundText.as(new Part(reference, index from 1, total))";

    static final List<Rule<Bench>> RULES = List.of(
            new Rule<>("R13", "a part is read with what it is a part of, and as which", HELP, PartRules::parts),
            new Rule<>("R14", "each part has an id of its own", HELP + " and the id of the part, not of the whole", PartRules::ids),
            new Rule<>(
                    "R15",
                    "a part of nothing is a text by itself",
                    "read(…): look at index and total before making a Part: it refuses what cannot be",
                    PartRules::nonsense));

    private PartRules() {}

    private static void parts(Bench bench) {
        for (Template template : bench.of().need(Piece.PART)) {
            for (int index : IntStream.rangeClosed(1, 3).toArray()) {
                assertEquals(
                        Optional.of(new Part(Sample.PART_REFERENCE, index, 3)),
                        bench.text(template, part(bench, String.valueOf(index), "3")).part());
            }
        }
    }

    private static void ids(Bench bench) {
        for (Template template : bench.of().need(Piece.PART)) {
            InboundText first = bench.text(template, part(bench, "1", "2").with("id", Sample.id(1)));
            InboundText second = bench.text(template, part(bench, "2", "2").with("id", Sample.id(2)));
            assertNotEquals(first.providerMessageId(), second.providerMessageId());
        }
    }

    private static void nonsense(Bench bench) {
        for (Template template : bench.of().need(Piece.PART)) {
            for (String total : List.of("0", "1", "999", "-1")) {
                InboundText text = bench.text(template, part(bench, "7", total));
                assertEquals(Optional.empty(), text.part(), () -> "part 7 of " + total);
                assertEquals(Sample.BODY, text.body());
            }
        }
    }

    private static Values part(Bench bench, String index, String total) {
        return bench.inbound().with("part.index", index).with("part.total", total);
    }
}
