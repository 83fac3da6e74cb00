package dev.parley.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.message.HandledAs;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void where_no_rule_has_an_opinion_a_model_finds_the_words() {
        assertEquals(new ReplyDecision.Generate(), HouseRules.rule(new Situation().text("Hi").occasion()).decision());
    }

    @Test
    void the_first_rule_that_has_an_opinion_decides_and_those_behind_it_are_not_heard() {
        Ruling ruling = HouseRules.rule(new Situation().text("Hi").takenOver().optedOut().occasion());
        assertEquals(new ReplyDecision.StaySilent(HandledAs.HUMAN), ruling.decision());
        assertEquals(List.of("NothingWaits", "NobodyAnswersHere", "HumanHasTheWord"), ruling.heard());
    }

    @Test
    void a_business_that_answers_itself_is_told_of_an_opt_out() {
        Ruling ruling = HouseRules.rule(new Situation().text("STOP").optedOut().mode(InboundMode.NOTIFY).occasion());
        assertEquals(new ReplyDecision.Notify(), ruling.decision());
    }
}
