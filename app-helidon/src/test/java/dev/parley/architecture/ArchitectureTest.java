package dev.parley.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final Layout PRODUCT = new Layout("dev.parley");
    private static final Layout PLANTED = new Layout("dev.parley.planted");

    /** Fewer than this, and the rules would hold because nothing was looked at. */
    private static final Map<String, Integer> LEAST = Map.of(
            "ports",
            150,
            "core",
            60,
            "persistence",
            30,
            "twilio",
            10,
            "vonage",
            20,
            "simulator",
            4,
            "llm",
            12,
            "webhook",
            10,
            "app",
            50);

    private static final int LEAST_OF_A_NEW_ADAPTER = 3;

    private static final Set<String> MODULES =
            Stream.concat(Stream.of("ports", "core", "app", "testkit"), Layout.ADAPTERS.stream()).collect(Collectors.toSet());

    private static final JavaClasses PRODUCT_CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(PRODUCT.root());
    private static final JavaClasses PLANTED_CLASSES = new ClassFileImporter().importPackages(PLANTED.root());

    @TestFactory
    Stream<DynamicTest> every_law_holds() {
        return Laws.ALL.stream().map(law -> dynamicTest(law.sentence(), () -> law.in().apply(PRODUCT).check(PRODUCT_CLASSES)));
    }

    @TestFactory
    Stream<DynamicTest> every_law_catches_whoever_breaks_it() {
        return Laws.ALL.stream().map(law -> dynamicTest(law.sentence(), () -> assertCaught(law)));
    }

    @TestFactory
    Stream<DynamicTest> every_module_was_looked_at() {
        Stream<String> wired = Layout.ADAPTERS.stream().filter(ArchitectureTest::isWired);
        return Stream.concat(LEAST.keySet().stream(), wired)
                .distinct()
                .map(module -> dynamicTest(module, () -> assertTrue(size(module) >= least(module), () -> size(module) + " classes")));
    }

    @Test
    void no_class_is_outside_the_modules() {
        Stream<String> packages = PRODUCT_CLASSES.stream().map(JavaClass::getPackageName).distinct();
        assertEquals(List.of(), packages.filter(name -> MODULES.stream().noneMatch(module -> isIn(module, name))).toList());
    }

    private static void assertCaught(Law law) {
        EvaluationResult result = law.in().apply(PLANTED).evaluate(PLANTED_CLASSES);
        assertTrue(result.hasViolation());
        String culprit = law.culprit().getName();
        assertTrue(
                result.getFailureReport().getDetails().stream().anyMatch(d -> d.contains(culprit)),
                () -> result.getFailureReport()
                        .toString());
        assertFalse(PRODUCT_CLASSES.contain(culprit));
    }

    private static boolean isWired(String adapter) {
        return AdapterModule.text(Path.of("pom.xml")).contains("<artifactId>parley-adapter-" + adapter + "</artifactId>");
    }

    private static int least(String module) {
        return LEAST.getOrDefault(module, LEAST_OF_A_NEW_ADAPTER);
    }

    private static long size(String module) {
        return PRODUCT_CLASSES.stream().filter(c -> isIn(module, c.getPackageName())).count();
    }

    private static boolean isIn(String module, String packageName) {
        return (packageName + ".").startsWith(PRODUCT.only(module) + ".");
    }
}
