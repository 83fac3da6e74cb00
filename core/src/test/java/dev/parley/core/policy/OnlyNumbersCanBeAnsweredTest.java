package dev.parley.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.message.HandledAs;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OnlyNumbersCanBeAnsweredTest {

    private final ReplyRule rule = new OnlyNumbersCanBeAnswered();

    @Test
    void a_short_code_cannot_be_answered() {
        assertEquals(Optional.of(new ReplyDecision.StaySilent(HandledAs.OFF)),
                rule.decide(new Situation().from("12345").text("Your code is 1").occasion()));
    }

    @Test
    void a_name_cannot_be_answered() {
        assertEquals(Optional.of(new ReplyDecision.StaySilent(HandledAs.OFF)),
                rule.decide(new Situation().from("BANK").text("Your code is 1").occasion()));
    }

    @Test
    void a_number_can() {
        assertEquals(Optional.empty(), rule.decide(new Situation().text("Hi").occasion()));
    }
}
