package dev.parley.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.agent.InboundMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BusinessIsToldTest {

    private final ReplyRule rule = new BusinessIsTold();

    @Test
    void a_business_that_answers_itself_is_told() {
        assertEquals(Optional.of(new ReplyDecision.Notify()), rule.decide(new Situation().text("Hi").mode(InboundMode.NOTIFY).occasion()));
    }

    @Test
    void it_is_told_of_who_has_opted_out_too() {
        assertEquals(Optional.of(new ReplyDecision.Notify()),
                rule.decide(new Situation().text("STOP").optedOut().mode(InboundMode.NOTIFY).occasion()));
    }

    @Test
    void one_with_a_model_is_not() {
        assertEquals(Optional.empty(), rule.decide(new Situation().text("Hi").occasion()));
    }
}
