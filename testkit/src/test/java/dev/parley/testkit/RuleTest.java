package dev.parley.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RuleTest {

    private static final Rule<List<String>> RULE =
            new Rule<>("L1", "a list is not empty", "the constructor", list -> assertTrue(list.removeFirst().isEmpty()));

    @Test
    void is_kept_when_the_check_passes() {
        assertDoesNotThrow(() -> RULE.verify(new ArrayList<>(List.of(""))));
    }

    @Test
    void names_itself_and_where_to_look_when_it_is_broken() {
        var broken = assertThrows(AssertionError.class, () -> RULE.verify(new ArrayList<>(List.of("x"))));
        assertTrue(String.valueOf(broken.getMessage()).startsWith("L1 a list is not empty\n  but "), broken::getMessage);
        assertTrue(String.valueOf(broken.getMessage()).endsWith("\n  look at: the constructor"), broken::getMessage);
    }

    @Test
    void is_broken_by_whatever_is_thrown() {
        var broken = assertThrows(AssertionError.class, () -> RULE.verify(List.of()));
        assertInstanceOf(UnsupportedOperationException.class, broken.getCause());
    }

    @Test
    void is_a_test_of_something_fresh() throws Throwable {
        var made = new ArrayList<List<String>>();
        var test = RULE.test(() -> {
            made.add(new ArrayList<>(List.of("")));
            return made.getLast();
        });
        assertEquals("L1 a list is not empty", test.getDisplayName());
        test.getExecutable().execute();
        test.getExecutable().execute();
        assertEquals(2, made.size());
    }
}
