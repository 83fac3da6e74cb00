package dev.parley.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.message.HandledAs;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HumanHasTheWordTest {

    private final ReplyRule rule = new HumanHasTheWord();

    @Test
    void while_a_human_has_the_conversation_the_agent_is_silent() {
        assertEquals(Optional.of(new ReplyDecision.StaySilent(HandledAs.HUMAN)),
                rule.decide(new Situation().takenOver().text("Hi").occasion()));
    }

    @Test
    void it_is_silent_until_the_last_moment() {
        assertEquals(Optional.of(new ReplyDecision.StaySilent(HandledAs.HUMAN)),
                rule.decide(new Situation().takenOverFor(Duration.ofHours(1)).later(Duration.ofMinutes(59)).text("Hi").occasion()));
    }

    @Test
    void after_that_the_word_is_its_own_again() {
        assertEquals(Optional.empty(),
                rule.decide(new Situation().takenOverFor(Duration.ofHours(1)).later(Duration.ofHours(1)).text("Hi").occasion()));
    }

    @Test
    void otherwise_the_word_is_its_own() {
        assertEquals(Optional.empty(), rule.decide(new Situation().text("Hi").occasion()));
    }
}
