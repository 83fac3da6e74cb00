package dev.parley.walkthrough;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code scripts/new-provider.sh} makes, and refuses to. */
class ScaffoldTest {

    private static final String PRINTED = "```\nSinchContractTest";

    @Test
    void a_project_compiles_and_is_red_with_what_to_fill_in_and_the_words_that_the_guide_prints() throws IOException {
        Path project = Checkout.emptied("scaffold");
        Checkout.newProvider("sinch", "--standalone", project.toString()).with(0);
        Ended build = Checkout.maven(project, "test").with(1);
        assertTrue(build.output().contains("There are test failures"), build.output());
        for (String piece : List.of("account", "inbound", "sends", "answer")) {
            assertTrue(build.output().contains("provider() does not say it yet: add ." + piece + "("), build.output());
        }
        String guide = Files.readString(Checkout.guide());
        String printed = guide.substring(guide.indexOf(PRINTED) + 4);
        for (String line : printed.substring(0, printed.indexOf("```")).lines().filter(line -> !line.equals("…")).toList()) {
            assertTrue(build.output().contains(line), () -> "not in the output: " + line + "\n" + build.output());
        }
    }

    @Test
    void a_module_compiles_under_the_rules_of_this_repository_and_changes_one_line() throws IOException {
        Path copy = Checkout.emptied("module");
        for (String part : List.of("scripts", "config", ".mvn")) {
            Checkout.copy(Checkout.ROOT.resolve(part), copy.resolve(part));
        }
        Files.copy(Checkout.ROOT.resolve("pom.xml"), copy.resolve("pom.xml"));
        Checkout.newProviderIn(copy, "acme-text").with(0);

        var lines = new ArrayList<>(Files.readAllLines(copy.resolve("pom.xml")));
        assertTrue(lines.remove("    <module>adapters-acme-text</module>"));
        assertEquals(Files.readAllLines(Checkout.ROOT.resolve("pom.xml")), lines);
        Path module = copy.resolve("adapters-acme-text");
        Checkout.maven(module, "test-compile", "spotless:check@format", "checkstyle:check@style").with(0);
        assertTrue(Files.exists(module.resolve("target/test-classes/dev/parley/acmetext/AcmeTextContractTest.class")));
    }

    @ParameterizedTest @ValueSource(
            strings = {"", "Acme", "1acme", "acme_text", "../acme", "acme --standalone", "acme --standalone --help", "acme bravo",
                "--verbose acme", "acmeacmeacmeacmeacmeacmeacmeacmeacmeacmex"})
    void what_it_cannot_do_ends_with_status_2_and_one_line(String arguments) throws IOException {
        Ended refused = Checkout.newProvider(arguments.isEmpty() ? new String[0] : arguments.split(" ")).with(2);
        assertEquals(1, refused.output().lines().count(), refused.output());
        assertTrue(refused.output().startsWith("new-provider: "), refused.output());
    }

    @Test
    void nothing_is_overwritten() throws IOException {
        Path project = Checkout.emptied("taken");
        Path precious = Files.writeString(project.resolve("pom.xml"), "mine");
        assertTrue(Checkout.newProvider("acme", "--standalone", project.toString()).with(2).output().contains("is there already"));
        assertEquals("mine", Files.readString(precious));
        assertTrue(Checkout.newProvider("simulator").with(2).output().contains("is there already"));
    }

    @Test
    void it_explains_itself() throws IOException {
        assertTrue(Checkout.newProvider("--help").with(0).output().startsWith("Usage: scripts/new-provider.sh NAME"));
    }
}
