package dev.parley.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.Variables;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptTemplateTest {

    private static final Variables KNOWN = new Variables(Map.of("name", "Ada", "contact", Map.of("plan", "$1 \\ gold"), "age", 7));

    @Test
    void puts_values_in_place_of_names() {
        assertEquals("I am Ada, 7.", PromptTemplate.fill("I am {{name}}, {{ age }}.", KNOWN));
    }

    @Test
    void reaches_into_objects_and_takes_values_literally() {
        assertEquals("Plan: $1 \\ gold", PromptTemplate.fill("Plan: {{contact.plan}}", KNOWN));
    }

    @Test
    void leaves_nothing_where_nothing_is_known() {
        assertEquals("Hi !", PromptTemplate.fill("Hi {{contact.name}}!", KNOWN));
    }

    @Test
    void does_not_fill_in_what_a_value_says() {
        var sly = new Variables(Map.of("name", "{{secret}}", "secret", "42"));

        assertEquals("{{secret}}", PromptTemplate.fill("{{name}}", sly));
    }

    @Test
    void leaves_other_braces_alone() {
        assertEquals("{{7*7}} {name}", PromptTemplate.fill("{{7*7}} {name}", KNOWN));
    }
}
