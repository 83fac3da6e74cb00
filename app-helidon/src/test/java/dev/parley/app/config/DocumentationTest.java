package dev.parley.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    private static final Path PAGE = Path.of("../docs/configuration.md");

    @Test
    void the_page_on_configuration_names_every_variable_and_no_other() throws IOException {
        Set<String> known = names(Table.ROWS.stream().map(Variable::name).flatMap(Optional::stream));
        known.add("PARLEY_JAVA_OPTS");
        assertEquals(known, names(found("`(PARLEY_[A-Z_]+[A-Z])`")));
    }

    @Test
    void the_table_of_that_page_names_every_key_and_no_other() throws IOException {
        Set<String> known = names(Table.ROWS.stream().map(Variable::key).filter(Predicate.not(String::isEmpty)));
        assertEquals(known,
                names(found("(?m)^\\|[^|]*\\| (`[a-z`., -]+`) \\|[^|]*\\|[^|]*\\|$").flatMap(keys -> Stream.of(keys.split("[`, ]+", -1)))
                        .filter(Predicate.not(String::isEmpty))));
    }

    private static Stream<String> found(String pattern) throws IOException {
        return Pattern.compile(pattern).matcher(Files.readString(PAGE)).results().map((MatchResult match) -> match.group(1));
    }

    private static Set<String> names(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }
}
