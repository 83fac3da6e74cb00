package dev.parley.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.Encoding;
import dev.parley.ports.message.Content;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases are those on which carriers' own calculators agree. */
class SegmentsTest {

    static Stream<Arguments> carriers_count() {
        return Stream.of(
                gsm("", 0),
                gsm("a".repeat(160), 1),
                gsm("a".repeat(161), 2),
                gsm("a".repeat(306), 2),
                gsm("a".repeat(307), 3),
                gsm("a".repeat(459), 3),
                gsm("a".repeat(460), 4),
                gsm("a".repeat(158) + "€", 1),
                gsm("a".repeat(159) + "€", 2),
                gsm("a".repeat(152) + "€" + "a".repeat(152), 3),
                gsm("a".repeat(152) + "€" + "a".repeat(151), 2),
                gsm("a".repeat(153) + "€" + "a".repeat(151), 2),
                gsm("a\r\nb", 1),
                ucs("ж".repeat(70), 1),
                ucs("ж".repeat(71), 2),
                ucs("ж".repeat(134), 2),
                ucs("ж".repeat(135), 3),
                ucs("👍".repeat(35), 1),
                ucs("👍".repeat(36), 2),
                ucs("ж".repeat(66) + "👍" + "ж".repeat(66), 3),
                ucs("ж".repeat(66) + "👍" + "ж".repeat(65), 2),
                ucs("a".repeat(68) + "👍", 1),
                ucs("a".repeat(69) + "👍", 2),
                ucs("It’s ok", 1));
    }

    @ParameterizedTest @MethodSource
    void carriers_count(String text, Encoding encoding, int segments) {
        Content content = Segments.content(text);

        assertEquals(encoding, content.encoding());
        assertEquals(segments, content.segments());
    }

    private static Arguments gsm(String text, int segments) {
        return Arguments.of(text, Encoding.GSM_7, segments);
    }

    private static Arguments ucs(String text, int segments) {
        return Arguments.of(text, Encoding.UCS_2, segments);
    }
}
