package dev.parley.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NothingWaitsTest {

    private final ReplyRule rule = new NothingWaits();

    @Test
    void nothing_happens_where_nothing_waits() {
        assertEquals(Optional.of(new ReplyDecision.Nothing()), rule.decide(new Situation().occasion()));
    }

    @Test
    void a_text_that_waits_is_for_the_other_rules() {
        assertEquals(Optional.empty(), rule.decide(new Situation().text("Hi").occasion()));
    }
}
