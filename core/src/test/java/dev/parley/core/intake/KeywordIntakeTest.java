package dev.parley.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.rig.Rig;
import dev.parley.ports.Keyword;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.testkit.fake.FakeWebhook;
import dev.parley.testkit.sample.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Words that carriers and the law give a meaning of their own, and other texts that get no ordinary answer. */
class KeywordIntakeTest {

    private static final Duration A_WHILE = Duration.ofMinutes(2);

    private final Rig rig = new Rig();

    @Test
    void stop_binds_at_once_and_is_not_answered() {
        rig.text("Stop.");
        rig.pass(A_WHILE);

        assertTrue(optedOut());
        assertEquals(List.of(), rig.models.asked());
        assertEquals(Optional.of(HandledAs.OPT_OUT), rig.inbound().getFirst().handledAs());
    }

    @Test
    void start_lifts_a_stop_and_is_an_ordinary_text_otherwise() {
        rig.text("yes");
        rig.pass(A_WHILE);
        rig.text("STOP");
        rig.text("YES");
        rig.pass(A_WHILE);

        assertEquals(1, rig.models.asked().size());
        assertEquals(Optional.of(HandledAs.OPT_IN), rig.inbound().getLast().handledAs());
        assertFalse(optedOut());
    }

    @Test
    void what_the_provider_answers_itself_we_do_not_answer_again() {
        rig.providers.capabilities(Set.of(Capability.HANDLES_KEYWORDS));
        rig.text("HELP");
        rig.text("START");
        rig.receive(FakeWebhook.text("in-x", rig.contact.e164(), rig.tenant.ours().e164(), "No more").handled(Keyword.STOP));
        rig.pass(A_WHILE);

        assertEquals(List.of(), rig.models.asked());
        assertEquals(
                List.of(HandledAs.HELP, HandledAs.OPT_IN, HandledAs.OPT_OUT),
                rig.inbound().stream().map(m -> m.handledAs().orElseThrow()).toList());
    }

    @Test
    void a_call_for_help_that_nobody_else_answers_is_a_text_like_any_other() {
        rig.text("help");
        rig.pass(A_WHILE);

        assertEquals(1, rig.models.asked().size());
    }

    @Test
    void a_short_code_is_logged_but_not_answered() {
        rig.receive(FakeWebhook.text("in-1", "72345", rig.tenant.ours().e164(), "Your code is 1234"));
        rig.pass(A_WHILE);

        assertEquals(Optional.of(HandledAs.OFF), rig.inbound().getFirst().handledAs());
    }

    @Test
    void an_agent_that_is_off_only_logs() {
        rig.configure(Samples.config(InboundMode.OFF));
        rig.text("Hello");
        rig.pass(A_WHILE);

        assertEquals(List.of(), rig.models.asked());
        assertEquals(Optional.of(HandledAs.OFF), rig.inbound().getFirst().handledAs());
    }

    @Test
    void a_text_without_words_gets_no_made_up_answer() {
        rig.text("   ");
        rig.pass(A_WHILE);

        assertEquals(List.of(), rig.models.asked());
        assertEquals(Optional.of(HandledAs.OFF), rig.inbound().getFirst().handledAs());
    }

    private boolean optedOut() {
        return rig.stores.suppressions().isOptedOut(rig.tenant.id(), rig.tenant.ours(), rig.contact.e164());
    }
}
