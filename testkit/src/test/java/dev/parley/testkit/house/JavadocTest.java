package dev.parley.testkit.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.testkit.house.Sources.Declaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Third parties read ports and testkit by their Javadoc: it is the contract. */
final class JavadocTest {

    @Test
    void everything_public_in_ports_is_described() {
        assertDescribed(Path.of("..", "ports", "src", "main", "java"), 150);
    }

    @Test
    void everything_public_in_the_testkit_is_described() {
        assertDescribed(Path.of("src", "main", "java"), 15);
    }

    @Test
    void what_is_not_described_is_found(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Planted.java"), """
                /** Described. */
                public interface Planted {
                    void bare();
                    /** no sentence */
                    void unfinished();
                    /**
                     * A record.
                     *
                     * @param one described
                     */
                    record Pair(int one, int other) {}
                    enum Bare { A }
                    private static void hidden() {}
                }
                class Hidden { public void hidden() {} }
                """);
        assertEquals(List.of(
                new Declaration("Planted", true, List.of()),
                new Declaration("Planted.bare", false, List.of("a comment")),
                new Declaration("Planted.unfinished", false, List.of("a full stop")),
                new Declaration("Pair", true, List.of("@param other")),
                new Declaration("Bare", true, List.of("a comment"))), Sources.declarations(folder));
    }

    private static void assertDescribed(Path folder, int atLeast) {
        List<Declaration> all = Sources.declarations(folder);
        assertEquals(List.of(), all.stream().filter(d -> !d.lacks().isEmpty()).toList());
        long types = all.stream().filter(Declaration::isType).count();
        assertTrue(types > atLeast, () -> "only " + types + " types were seen");
    }
}
