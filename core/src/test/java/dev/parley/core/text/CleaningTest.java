package dev.parley.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleaningTest {

    @ParameterizedTest @CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = {
        "' Hi \n',Hi",
        "'a\u0000b\u0007',ab",
        "'ok \uD83D',ok",
        "'\uDC4D ok',ok",
        "'👍 ok',👍 ok",
        "'one\ntwo','one\ntwo'",
        "' \u0000 ',''",
        "'a\u200Bb\u202Ec\uFEFF',abc",
        "'\u00A0\u200D\uFE0F\u00A0',''",
        "'👩\u200D👧 ❤\uFE0F','👩\u200D👧 ❤\uFE0F'",
        "'a\uFFFFb',ab",
        "'\uDB40\uDC41hi',hi"})
    void takes_away_what_no_phone_can_show(String answer, String text) {
        assertEquals(text, Cleaning.clean(answer));
    }
}
