package dev.parley.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.message.HandledAs;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoWordsToAnswerTest {

    private final ReplyRule rule = new NoWordsToAnswer();

    @Test
    void a_picture_without_words_gets_the_fallback() {
        assertEquals(Optional.of(new ReplyDecision.Say("A person will look at it.")),
                rule.decide(new Situation().picture("").fallback("A person will look at it.").occasion()));
    }

    @Test
    void without_a_fallback_it_gets_nothing() {
        assertEquals(Optional.of(new ReplyDecision.StaySilent(HandledAs.OFF)), rule.decide(new Situation().picture("").occasion()));
    }

    @Test
    void an_empty_text_gets_nothing() {
        assertEquals(Optional.of(new ReplyDecision.StaySilent(HandledAs.OFF)),
                rule.decide(new Situation().text(" ").fallback("A person will look at it.").occasion()));
    }

    @Test
    void one_text_with_words_is_enough() {
        assertEquals(Optional.empty(),
                rule.decide(new Situation().picture("").text("Is this yours?").fallback("A person will look at it.").occasion()));
    }
}
