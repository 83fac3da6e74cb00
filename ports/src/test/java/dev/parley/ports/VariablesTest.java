package dev.parley.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class VariablesTest {

    private static final Variables VARIABLES = new Variables(
            Map.of("plan", "gold", "seats", 12, "open", false, "price", 9.5, "tags", List.of(
                    "a"), "contact", Map.of("name", "Ada", "address", Map.of("city", "Bonn")), "contact.nick", "Addie"));

    @Test
    void finds_leaves_as_text() {
        assertEquals(Optional.of("gold"), VARIABLES.find("plan"));
        assertEquals(Optional.of("12"), VARIABLES.find("seats"));
        assertEquals(Optional.of("false"), VARIABLES.find("open"));
        assertEquals(Optional.of("9.5"), VARIABLES.find("price"));
    }

    @Test
    void reaches_into_objects_with_dots() {
        assertEquals(Optional.of("Ada"), VARIABLES.find("contact.name"));
        assertEquals(Optional.of("Bonn"), VARIABLES.find("contact.address.city"));
    }

    @Test
    void a_name_that_holds_a_dot_wins_over_a_path() {
        assertEquals(Optional.of("Addie"), VARIABLES.find("contact.nick"));
    }

    @Test
    void does_not_find_what_is_no_leaf_or_not_there() {
        for (String name : List.of("contact", "contact.address", "tags", "plan.name", "contact.age", "contact.", ".name", "", "Plan",
                "nobody")) {
            assertEquals(Optional.empty(), VARIABLES.find(name), name);
        }
    }

    @Test
    void the_stronger_values_win_and_the_others_stay() {
        Variables both = VARIABLES.overriddenBy(new Variables(Map.of("plan", "silver", "extra", "yes")));
        assertEquals(Optional.of("silver"), both.find("plan"));
        assertEquals(Optional.of("yes"), both.find("extra"));
        assertEquals(Optional.of("12"), both.find("seats"));
        assertEquals(Optional.of("gold"), VARIABLES.find("plan"));
    }
}
