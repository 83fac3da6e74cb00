package dev.parley.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.message.HandledAs;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContactOptedOutTest {

    private final ReplyRule rule = new ContactOptedOut();

    @Test
    void who_has_opted_out_gets_no_text() {
        assertEquals(Optional.of(new ReplyDecision.StaySilent(HandledAs.OPT_OUT)),
                rule.decide(new Situation().text("Hi").optedOut().occasion()));
    }

    @Test
    void everybody_else_may() {
        assertEquals(Optional.empty(), rule.decide(new Situation().text("Hi").occasion()));
    }
}
