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
        "' \u0000 ',''"})
    void takes_away_what_no_phone_can_show(String answer, String text) {
        assertEquals(text, Cleaning.clean(answer));
    }
}
