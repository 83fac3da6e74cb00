package dev.parley.app.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.app.config.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins whose own code fails while the server starts. */
class BrokenPluginTest {

    private static final String FACTORY = """
            package com.acme;
            import dev.parley.ports.spi.*;
            public final class AcmeFactory implements SmsProviderFactory {
                public ProviderDescription description() {
                    WORDS
                }
                public SmsProvider create(ProviderSetup setup) {
                    throw new IllegalArgumentException("not today");
                }
            }
            """;

    @TempDir
    private Path folder;

    @TempDir
    private Path bench;

    @Test
    void a_provider_that_cannot_describe_itself_stops_the_start_and_says_why() throws IOException {
        describing("throw new IllegalStateException(\"not\\nnow\");");
        assertLine("acme.jar holds a provider that cannot be loaded: java.lang.IllegalStateException: not now");
        describing("return null;");
        assertLine("acme.jar holds a provider that cannot be loaded: java.lang.NullPointerException: com.acme.AcmeFactory.description()");
        describing("return ProviderDescription.of(\"No Name\", \"Acme\");");
        assertLine("acme.jar holds a provider that cannot be loaded: java.lang.IllegalArgumentException: ");
    }

    @Test
    void a_provider_that_cannot_be_made_stops_the_start_and_says_why() throws IOException {
        describing("return null; } public AcmeFactory() { throw new IllegalStateException(\"no licence\");");
        assertLine("AcmeFactory could not be instantiated, caused by java.lang.IllegalStateException: no licence");
    }

    /** A jar whose provider does that when it is asked what it is. */
    private void describing(String words) throws IOException {
        Path target = Files.createTempDirectory(bench, "classes");
        String source = FACTORY.replace("WORDS", words);
        new Workshop(bench).compile("com.acme.AcmeFactory", source,
                List.of("-cp", System.getProperty("java.class.path"), "-d", target.toString()));
        Workshop.jar("acme.jar", folder, "com.acme.AcmeFactory", List.of(target));
    }

    private void assertLine(String part) {
        String line = assertThrows(WrongSetting.class, () -> Discovery.find(folder, "1.2.3")).line();
        assertTrue(line.startsWith("PARLEY_PLUGINS_DIR: "), line);
        assertTrue(line.contains(part), line);
        assertEquals(1, line.lines().count());
    }
}
