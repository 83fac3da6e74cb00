package dev.parley.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.message.HandledAs;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NobodyAnswersHereTest {

    private final ReplyRule rule = new NobodyAnswersHere();

    @Test
    void a_number_without_an_agent_is_silent() {
        assertEquals(Optional.of(new ReplyDecision.StaySilent(HandledAs.OFF)),
                rule.decide(new Situation().text("Hi").nobodyAnswers().occasion()));
    }

    @Test
    void a_disabled_agent_is_silent() {
        assertEquals(Optional.of(new ReplyDecision.StaySilent(HandledAs.OFF)),
                rule.decide(new Situation().text("Hi").disabled().occasion()));
    }

    @Test
    void an_agent_that_is_off_is_silent() {
        assertEquals(Optional.of(new ReplyDecision.StaySilent(HandledAs.OFF)),
                rule.decide(new Situation().text("Hi").mode(InboundMode.OFF).occasion()));
    }

    @Test
    void an_agent_that_answers_is_for_the_other_rules() {
        assertEquals(Optional.empty(), rule.decide(new Situation().text("Hi").occasion()));
    }

    @Test
    void an_agent_that_passes_texts_on_is_for_the_other_rules() {
        assertEquals(Optional.empty(), rule.decide(new Situation().text("Hi").mode(InboundMode.NOTIFY).occasion()));
    }
}
