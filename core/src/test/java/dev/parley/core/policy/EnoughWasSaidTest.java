package dev.parley.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.message.HandledAs;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnoughWasSaidTest {

    private final ReplyRule rule = new EnoughWasSaid();

    @Test
    void a_conversation_that_has_had_its_replies_gets_no_more() {
        assertEquals(Optional.of(new ReplyDecision.StaySilent(HandledAs.CAPPED)),
                rule.decide(new Situation().text("Hi").repliesThisHour(Situation.usualCap()).occasion()));
    }

    @Test
    void one_that_has_not_gets_another() {
        assertEquals(Optional.empty(), rule.decide(new Situation().text("Hi").repliesThisHour(Situation.usualCap() - 1).occasion()));
    }
}
