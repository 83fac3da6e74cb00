package dev.parley.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    @ParameterizedTest @CsvSource({
        "all is well, all is well",
        "bad key sk-0123456789 given, bad key ... given",
        "sk-0123456789, ...",
        "you wrote abcdefghijklmnopqrstuvwxyz there, you wrote ... there",
        "you wrote defghijklmno there, you wrote ... there",
        "you wrote defghijklmn there, you wrote defghijklmn there",
        "twice defghijklmno and mnopqrstuvwxyz, twice ... and ...",
        "not quite sk-01234567, not quite sk-01234567"})
    void a_quotation_of_ours_is_a_gap(String words, String shown) {
        assertEquals(shown, new Redaction(List.of("sk-0123456789", "abcdefghijklmnopqrstuvwxyz")).hide(words));
    }
}
