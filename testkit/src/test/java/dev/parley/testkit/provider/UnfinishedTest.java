package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An adapter, or its contract test, that is not finished: red in words, and nothing breaks. */
final class UnfinishedTest {

    @Test
    void a_factory_that_no_file_names_is_told_which_file_to_write() {
        String message = Verdicts.of(ProviderCase.of(new Unregistered()), id -> id.equals("D1")).red().getOrDefault("D1", "");
        assertTrue(message.contains("has the line " + Unregistered.class.getName()), message);
        assertTrue(message.contains("look at: src/main/resources/META-INF/services/dev.parley.ports.spi.SmsProviderFactory"), message);
    }

    @Test
    void a_case_that_says_nothing_is_told_what_to_add() {
        Verdicts verdicts = Verdicts.of(ProviderCase.of(new AcmeFactory()));
        assertEquals(Set.of("D1", "D2", "D3", "D4", "U1", "U2", "U3", "U4", "U5"), verdicts.green());
        verdicts.red().forEach((id, message) -> assertTrue(message.contains("provider() does not say it yet: add ."), message));
    }

    @Test
    void each_missing_piece_is_called_by_its_method() {
        var says =
                Map.of("R1", ".inbound(", "O2", ".sends(", "O5", ".answer(200", "O7", ".answer(429", "T1", ".report(", "C2", ".inbound(");
        Verdicts verdicts = Verdicts.of(
                ProviderCase.of(new AcmeFactory()).account(Map.of()).otherAccount(Map.of()).signed((webhook, account, now) -> webhook),
                says::containsKey);
        says.forEach(
                (id, call) -> assertTrue(verdicts.red().getOrDefault(id, "").contains("add " + call), () -> verdicts.red().toString()));
    }

    @Test
    void a_factory_that_can_do_nothing_yet_breaks_nothing_but_rules() {
        Verdicts verdicts =
                Verdicts.of(ProviderCase.of(new Unregistered()).account(Map.of()).otherAccount(Map.of()), id -> !id.equals("O14"));
        assertTrue(verdicts.red().getOrDefault("S1", "").contains("not yet"), () -> verdicts.red().toString());
        assertTrue(verdicts.red().getOrDefault("R13", "").contains("add .inbound(") || verdicts.red().containsKey("R13"));
        verdicts.red().values().forEach(message -> assertTrue(message.contains("look at: "), message));
    }

    @Test
    void a_placeholder_that_there_is_none_of_is_named() {
        ProviderCase of = AcmeCase.of(Fault.NONE).inbound("GET ?sender=${sender}&id=${id}");
        String message = Verdicts.of(of, id -> id.equals("P2")).red().getOrDefault("P2", "");
        assertTrue(message.contains("the template of .inbound(…) has placeholders that there are none of") && message.contains("sender"),
                message);
    }

    @Test
    void a_template_without_a_needed_placeholder_is_named() {
        ProviderCase of = AcmeCase.of(Fault.NONE).inbound("GET ?from=${from}&to=${to}&id=${id}");
        String message = Verdicts.of(of, id -> id.equals("P2")).red().getOrDefault("P2", "");
        assertTrue(message.contains("lacks ${body}"), message);
    }

    /** A skeleton. */
    public static final class Unregistered implements SmsProviderFactory {

        @Override
        public ProviderDescription description() {
            return ProviderDescription.of("skeleton", "Skeleton").able(Capability.SIGNS_WEBHOOKS);
        }

        @Override
        public SmsProvider create(ProviderSetup setup) {
            throw new UnsupportedOperationException("not yet");
        }
    }
}
