package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.spi.SendOutcome;
import dev.parley.testkit.Rule;
import java.util.List;

/** Of a provider that calls nobody's API to send. */
final class ReceiverRules {

    static final List<Rule<Bench>> RULES = List.of(
            new Rule<>(
                    "O15",
                    "a send comes to what the receiver stands for",
                    "send(…), and .receiver(…) of the case",
                    ReceiverRules::outcomes));

    private ReceiverRules() {}

    private static void outcomes(Bench bench) {
        assertAll(bench.of().receivers().entrySet().stream().map(receiver -> () -> {
            SendOutcome outcome = bench.send(bench.provider(), Sample.outbound(receiver.getKey(), Sample.BODY));
            assertEquals(List.of(), Outcomes.differences(receiver.getValue(), outcome), receiver::getKey);
        }));
    }
}
