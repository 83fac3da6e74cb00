package dev.parley.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.Keyword;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordsTest {

    @ParameterizedTest @ValueSource(strings = {"STOP", "stop", " Stop! ", "“stop”", "ＳＴＯＰ", "STOPALL", "stop  all", "unsubscribe.",
        "Opt-Out", "arrêt", "END", "quit\n"})
    void a_lone_word_of_the_stop_family_stops(String text) {
        assertEquals(Optional.of(Keyword.STOP), Keywords.match(text));
    }

    @ParameterizedTest @ValueSource(strings = {"start", "UNSTOP", "Yes."})
    void a_lone_word_of_the_start_family_starts(String text) {
        assertEquals(Optional.of(Keyword.START), Keywords.match(text));
    }

    @ParameterizedTest @ValueSource(strings = {"help", "INFO?"})
    void a_lone_call_for_help_is_one(String text) {
        assertEquals(Optional.of(Keyword.HELP), Keywords.match(text));
    }

    @ParameterizedTest @ValueSource(strings = {"", "   ", "!!!", "stop please", "don't stop", "yes please", "nonstop", "the end", "st op"})
    void anything_else_is_a_text_like_any_other(String text) {
        assertEquals(Optional.empty(), Keywords.match(text));
    }
}
