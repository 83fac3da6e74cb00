package dev.parley.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShorteningTest {

    @Test
    void leaves_alone_what_fits() {
        assertEquals("Fits.", Shortening.toFit("Fits.", 1));
    }

    @Test
    void cuts_after_the_last_whole_sentence() {
        String first = "We open at nine and close at six on every day of the week but not on Sundays, when our bakers sleep in. ";
        assertEquals(first.strip(), Shortening.toFit(first + "And so on and on, and so on and on ".repeat(10) + ".", 1));
    }

    @Test
    void cuts_after_a_word_when_no_sentence_ends_in_time() {
        String cut = Shortening.toFit("word ".repeat(100), 1);

        assertTrue(cut.endsWith("word"), cut);
        assertEquals(1, Segments.count(cut));
    }

    @Test
    void cuts_anywhere_when_there_is_nothing_to_cut_at() {
        assertEquals(160, Shortening.toFit("x".repeat(500), 1).length());
    }

    @Test
    void never_cuts_a_character_in_two() {
        String cut = Shortening.toFit("👍🏽".repeat(40), 1);

        assertFalse(cut.isEmpty());
        assertEquals(0, cut.length() % "👍🏽".length());
    }
}
