package dev.parley.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TreeLawsTest {

    private static final List<AdapterModule> MODULES = AdapterModule.in(Path.of(".."));
    private static final List<AdapterModule> PLANTED = AdapterModule.in(Path.of("src/test/resources/planted"));

    /** Adapters that are written the way that the documentation says, beside the newcomer among these tests. */
    private static final List<String> WRITTEN_BY_THE_DOCS = List.of("telnyx");

    private static final Path NEWCOMER = Path.of("src/test/java/dev/parley/newcomer");
    private static final Pattern TYPE_OF_PORTS = Pattern.compile("(dev\\.parley\\.ports(?:\\.[a-z]+)*\\.[A-Z]\\w*)");
    private static final int MOST_TYPES = 12;

    @TestFactory
    Stream<DynamicTest> every_law_holds() {
        return TreeLaws.ALL.stream()
                .flatMap(
                        law -> MODULES.stream()
                                .map(
                                        module -> dynamicTest(
                                                law.sentence() + ": " + module.name(),
                                                () -> assertEquals(List.of(), law.complaints().apply(module).toList()))));
    }

    @TestFactory
    Stream<DynamicTest> every_law_catches_whoever_breaks_it() {
        return TreeLaws.ALL.stream()
                .map(
                        law -> dynamicTest(
                                law.sentence(),
                                () -> assertTrue(
                                        complaints(law).stream().anyMatch(complaint -> complaint.contains(law.culprit())),
                                        () -> complaints(law).toString())));
    }

    @Test
    void all_adapters_are_looked_at() {
        Set<String> names =
                MODULES.stream().filter(module -> !module.sources().isEmpty()).map(AdapterModule::name).collect(Collectors.toSet());
        assertTrue(names.containsAll(Set.of("persistence", "twilio", "simulator", "llm", "webhook")), names::toString);
        assertTrue(MODULES.stream().filter(AdapterModule::isProvider).count() >= 2);
    }

    @Test
    void whoever_writes_by_the_docs_reads_twelve_types() {
        assertReadsLittle("newcomer", SourceFile.below(NEWCOMER));
        for (String name : WRITTEN_BY_THE_DOCS) {
            assertReadsLittle(name, new AdapterModule(Path.of("..", "adapters-" + name)).sources());
        }
    }

    @Test
    void whoever_reads_thirteen_types_is_caught() {
        AdapterModule rogue = PLANTED.stream().filter(module -> module.name().equals("rogue")).findFirst().orElseThrow();
        assertEquals(MOST_TYPES + 1, typesOfPorts(rogue.sources()).size());
    }

    private static void assertReadsLittle(String name, List<SourceFile> sources) {
        Set<String> types = typesOfPorts(sources);
        assertTrue(types.size() <= MOST_TYPES, () -> name + " reads " + types.size() + ": " + types);
        assertTrue(types.contains("dev.parley.ports.spi.SmsProviderFactory"), () -> name + " is no provider: " + types);
    }

    /** Those that are named, each with what is inside it. */
    private static Set<String> typesOfPorts(List<SourceFile> sources) {
        return sources.stream().flatMap(source -> source.all(TYPE_OF_PORTS)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> complaints(TreeLaw law) {
        return PLANTED.stream().flatMap(law.complaints()).toList();
    }
}
