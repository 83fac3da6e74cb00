package dev.parley.ports.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.parley.ports.surface.SurfaceFile.Wish;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of change, made to classes that are compiled for it. */
class ComparisonTest {

    private static final Promises PROMISES = new Promises(Set.of("p"), Set.of("p.Written"), Set.of("p.Told"));
    private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> what_breaks_others_is_told() {
        return each(Change.BREAKING, comparison -> assertFalse(comparison.breaking().isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> what_harms_nobody_is_new() {
        return each(Change.HARMLESS, comparison -> {
            assertEquals(List.of(), comparison.breaking());
            assertFalse(comparison.additions().isEmpty());
        });
    }

    @TestFactory
    Stream<DynamicTest> what_nobody_sees_is_not_told() {
        return each(Change.INVISIBLE, comparison -> assertEquals(new Comparison(List.of(), List.of()), comparison));
    }

    @Test
    void a_record_of_which_we_are_the_only_users_may_grow() throws IOException {
        Comparison comparison = Comparison.of(
                compiled("own", "public record A(int x) { }"),
                compiled("own", "public record A(int x, int y) { }"),
                PROMISES);
        assertEquals(new Comparison(List.of(), List.of("own.A#y : component 2 int")), comparison);
    }

    @Test
    void what_is_new_is_written_down_when_asked_for() throws IOException {
        SurfaceFile file = written("public interface A { void a(); }");
        Surface grown = compiled("p", "public interface A { void a(); void b(); }");
        String complaint = assertThrows(AssertionError.class, () -> file.settle(grown, Wish.COMPARE)).toString();
        assertTrue(complaint.contains("new, record it by ./mvnw "), complaint);
        assertTrue(complaint.contains("p.A#b() : abstract void"), complaint);
        file.settle(grown, Wish.WRITE);
        assertEquals(grown, file.read());
        file.settle(grown, Wish.COMPARE);
    }

    @Test
    void what_breaks_others_is_written_down_only_when_that_is_meant() throws IOException {
        SurfaceFile file = written("public interface A { void a(); }");
        Surface before = file.read();
        Surface broken = compiled("p", "public interface A { void b(); }");
        String complaint = assertThrows(AssertionError.class, () -> file.settle(broken, Wish.WRITE)).toString();
        assertTrue(complaint.contains("breaks adapters compiled against it, removed: p.A#a() : abstract void"), complaint);
        assertEquals(before, file.read());
        file.settle(broken, Wish.WRITE_AND_BREAK);
        assertEquals(broken, file.read());
    }

    private Stream<DynamicTest> each(List<Change> changes, Consumer<Comparison> verdict) {
        return changes.stream().map(change -> dynamicTest(change.what(), () -> verdict.accept(comparison(change))));
    }

    private Comparison comparison(Change change) throws IOException {
        return Comparison.of(compiled("p", change.before()), compiled("p", change.after()), PROMISES);
    }

    private SurfaceFile written(String source) throws IOException {
        Path file = Files.createTempFile(folder, "surface", ".txt");
        Files.write(file, compiled("p", source).lines());
        return new SurfaceFile(file, PROMISES);
    }

    private Surface compiled(String inPackage, String type) throws IOException {
        Path classes = Files.createTempDirectory(folder, "classes");
        String name = type.replaceAll("^.*?(?:class|interface|enum|record) (\\w+).*$", "$1");
        Path source = Files.writeString(classes.resolve(name + ".java"), "package " + inPackage + "; " + type);
        assertEquals(0, JAVAC.run(System.out, System.err, "-proc:none", "-d", classes.toString(), source.toString()), type);
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
            return Surface.of(classes, loader);
        }
    }
}
