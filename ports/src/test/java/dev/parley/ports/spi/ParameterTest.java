package dev.parley.ports.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Details of <a href="https://url.spec.whatwg.org/#urlencoded-parsing">the WHATWG URL standard</a>. */
final class ParameterTest {

    @Test
    void keeps_order_repeated_names_and_empty_values() {
        assertEquals(List.of(p("Tag", "b"), p("Tag", "a"), p("Body", ""), p("Tag", "b")), Parameter.parse("Tag=b&Tag=a&Body=&Tag=b"));
    }

    @Test
    void drops_empty_pairs_only() {
        assertEquals(List.of(p("a", "1"), p("b", "2")), Parameter.parse("&a=1&&b=2&"));
        assertEquals(List.of(), Parameter.parse(""));
        assertEquals(List.of(p("", "")), Parameter.parse("="));
        assertEquals(List.of(p("", "x")), Parameter.parse("=x"));
    }

    @Test
    void a_name_without_a_value_has_an_empty_one() {
        assertEquals(List.of(p("a", ""), p("b", "")), Parameter.parse("a&b="));
    }

    @Test
    void only_the_first_equals_sign_divides() {
        assertEquals(List.of(p("a", "b=c=")), Parameter.parse("a=b=c="));
        assertEquals(List.of(p("a;b", "c;d")), Parameter.parse("a;b=c;d"));
    }

    @Test
    void decodes_names_and_values_as_utf_8() {
        assertEquals(List.of(p("Größe", "👍🏽 +&=%")), Parameter.parse("Gr%C3%B6%c3%9Fe=%F0%9F%91%8D%F0%9F%8F%BD+%2B%26%3D%25"));
        assertEquals(List.of(p("raw", "Größe 👍")), Parameter.parse("raw=Größe 👍"));
        assertEquals(List.of(p("a", " \r\n\t")), Parameter.parse("a=%20%0D%0a%09"));
    }

    @Test
    void a_broken_escape_stands_for_itself_and_spoils_nothing_else() {
        assertEquals(List.of(p("a", "100% sure!")), Parameter.parse("a=100%+sure%21"));
        assertEquals(List.of(p("a", "%"), p("b", "%4"), p("c", "%4g+"), p("d", "%-1"), p("e", "%+1".replace('+', ' '))),
                Parameter.parse("a=%&b=%4&c=%4g%2B&d=%-1&e=%+1"));
        assertEquals(List.of(p("a", "%A")), Parameter.parse("a=%%41"));
    }

    @Test
    void bytes_that_are_no_utf_8_become_the_replacement_character() {
        assertEquals(List.of(p("a", "x\uFFFDy")), Parameter.parse("a=x%FFy"));
    }

    @Test
    void finds_the_first_of_a_name_to_the_letter() {
        List<Parameter> all = Parameter.parse("a=1&A=2&a=3");
        assertEquals(Optional.of("1"), Parameter.first(all, "a"));
        assertEquals(Optional.of("2"), Parameter.first(all, "A"));
        assertEquals(Optional.empty(), Parameter.first(all, "b"));
    }

    @Test
    void does_not_print_its_value() {
        assertEquals("Parameter[Body]", p("Body", "Hi there").toString());
    }

    private static Parameter p(String name, String value) {
        return new Parameter(name, value);
    }
}
