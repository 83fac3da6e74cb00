package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.testkit.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README lists the rules as they are. */
final class ReadmeTest {

    private static Stream<Rule<Bench>> rules() {
        return ProviderGroups.ALL.stream().flatMap(group -> group.rules().stream());
    }

    @Test
    void the_table_of_rules_is_that_of_the_code() throws IOException {
        List<String> table = Files.readString(Path.of("README.md"))
                .lines()
                .filter(line -> line.matches("\\| [A-Z]\\d+ \\|.*"))
                .map(String::strip)
                .toList();
        assertEquals(
                String.join("\n", rules().map(rule -> "| %s | %s |".formatted(rule.id(), rule.sentence())).toList()),
                String.join("\n", table));
    }

    @Test
    void no_two_rules_have_one_id() {
        List<String> ids = rules().map(Rule::id).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size());
    }

    @Test
    void each_rule_says_where_to_look() {
        assertEquals(List.of(), rules().filter(rule -> rule.help().isBlank()).map(Rule::id).toList());
    }
}
