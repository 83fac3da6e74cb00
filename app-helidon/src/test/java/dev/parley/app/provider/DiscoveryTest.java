package dev.parley.app.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.app.config.WrongSetting;
import dev.parley.ports.spi.SmsProviderFactory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private static final String FACTORY = """
            package com.acme;
            import dev.parley.ports.spi.*;
            public final class AcmeFactory implements SmsProviderFactory {
                public ProviderDescription description() {
                    return ProviderDescription.of("NAME", Words.TITLE);
                }
                public SmsProvider create(ProviderSetup setup) {
                    throw new IllegalArgumentException("not today");
                }
            }
            """;
    private static final String WORDS = """
            package com.acme;
            final class Words {
                static final String TITLE = title();
                static String title() {
                    return "A TITLE";
                }
            }
            """;

    @TempDir
    private Path folder;

    @TempDir
    private Path bench;

    @Test
    void the_servers_own_providers_are_found_without_a_folder() {
        assertTrue(names(find(folder.resolve("nowhere"))).contains("twilio"));
        assertEquals(names(find(folder.resolve("nowhere"))), names(find(folder)));
    }

    @Test
    void a_jar_in_the_folder_adds_its_provider() throws IOException {
        plugin("acme", "Acme Texts");
        List<SmsProviderFactory> found = find(folder);
        assertEquals(1, names(found).stream().filter("twilio"::equals).count());
        assertEquals("Acme Texts", found.getLast().description().title());
    }

    @Test
    void two_jars_do_not_see_each_others_classes() throws IOException {
        plugin("acme-a", "A");
        plugin("acme-b", "B");
        List<SmsProviderFactory> found = find(folder);
        List<SmsProviderFactory> acme = found.subList(found.size() - 2, found.size());
        assertEquals(List.of("A", "B"), acme.stream().map(f -> f.description().title()).toList());
        assertNotSame(acme.getFirst().getClass(), acme.getLast().getClass());
    }

    @Test
    void what_a_jar_brings_along_wins_over_what_the_server_has() throws IOException {
        plugin("acme", "A");
        Path other = workshop().compile("com.acme.Words", WORDS.replace("A TITLE", "the server's"), List.of());
        try (var server = PluginLoader.of(List.of(other), getClass().getClassLoader());
                var plugin = PluginLoader.of(List.of(folder.resolve("acme.jar")), server)) {
            assertNotEquals(load(server, "com.acme.Words"), load(plugin, "com.acme.Words"));
            assertEquals(SmsProviderFactory.class, load(plugin, SmsProviderFactory.class.getName()));
            assertEquals(DiscoveryTest.class, load(plugin, DiscoveryTest.class.getName()));
            assertTrue(String.valueOf(plugin.getResource("com/acme/Words.class")).contains("acme.jar"));
        }
    }

    @Test
    void a_jar_without_a_provider_stops_the_start() throws IOException {
        Workshop.jar("library.jar", folder, "", List.of());
        assertLine("library.jar holds no provider");
    }

    @Test
    void a_provider_that_cannot_be_loaded_stops_the_start() throws IOException {
        Workshop.jar("acme.jar", folder, "com.acme.NotThere", List.of());
        assertLine("acme.jar holds a provider that cannot be loaded: ");
    }

    @Test
    void what_is_no_jar_stops_the_start_unless_it_is_hidden_or_called_otherwise() throws IOException {
        Files.writeString(folder.resolve("README.txt"), "hello");
        Files.writeString(folder.resolve("._acme.jar"), "hello");
        assertTrue(names(find(folder)).contains("twilio"));
        Files.writeString(folder.resolve("acme.jar"), "hello");
        assertLine("acme.jar cannot be read: ");
    }

    @Test
    void a_folder_is_one_plugin_made_of_several_jars() throws IOException {
        Path plivo = Files.createDirectory(folder.resolve("plivo"));
        Workshop.jar("sdk.jar", plivo, "",
                List.of(workshop().compile("com.acme.Words", WORDS.replace("A TITLE", "by the SDK"), List.of())));
        Workshop.jar("adapter.jar", plivo, "com.acme.AcmeFactory",
                List.of(workshop().compile("com.acme.AcmeFactory", FACTORY.replace("NAME", "plivo"),
                        against(workshop().compile("com.acme.Words", WORDS, List.of())))));
        plugin("acme", "A");
        List<SmsProviderFactory> found = find(folder);
        assertEquals(List.of("A", "by the SDK"),
                found.subList(found.size() - 2, found.size()).stream().map(f -> f.description().title()).toList());
        assertNotSame(found.getLast().getClass().getClassLoader(), found.get(found.size() - 2).getClass().getClassLoader());
    }

    @Test
    void a_folder_without_a_provider_stops_the_start_and_is_named() throws IOException {
        Path plivo = Files.createDirectory(folder.resolve("plivo"));
        assertLine("plivo holds no jar");
        Workshop.jar("sdk.jar", plivo, "", List.of());
        assertLine("plivo holds no provider");
        Files.writeString(plivo.resolve("broken.jar"), "hello");
        assertLine("broken.jar cannot be read: ");
    }

    @Test
    void a_hidden_folder_is_none_of_ours() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        assertTrue(names(find(folder)).contains("twilio"));
    }

    @Test
    void a_jar_that_lacks_a_class_of_its_own_is_refused_when_it_is_asked_for_its_description() throws IOException {
        Path words = workshop().compile("com.acme.Words", WORDS, List.of());
        Workshop.jar("acme.jar", folder, "com.acme.AcmeFactory",
                List.of(workshop().compile("com.acme.AcmeFactory", FACTORY, against(words))));
        assertLine("acme.jar holds a provider that cannot be loaded: java.lang.NoClassDefFoundError: com/acme/Words");
    }

    @Test
    void a_jar_that_uses_a_type_of_other_ports_is_refused() throws IOException {
        made("Object x = dev.parley.ports.spi.Telepathy.class;", "dev.parley.ports.spi.Telepathy",
                "package dev.parley.ports.spi; public final class Telepathy {}");
        assertLine("acme.jar was made for other ports than this server's: it uses dev.parley.ports.spi.Telepathy, which is not there. "
                + "This server speaks parley-ports 1.2.3");
    }

    @Test
    void a_jar_that_uses_a_method_of_other_ports_is_refused() throws IOException {
        made("new dev.parley.ports.PhoneNumber(\"+1\").pretty();", "dev.parley.ports.PhoneNumber", """
                package dev.parley.ports;
                public record PhoneNumber(String e164) { public String pretty() { return e164; } }""");
        assertLine("it uses dev.parley.ports.PhoneNumber.pretty, which is not there");
    }

    @Test
    void a_jar_that_makes_something_as_other_ports_do_is_refused() throws IOException {
        made("new dev.parley.ports.PhoneNumber(15005550006L);", "dev.parley.ports.PhoneNumber",
                "package dev.parley.ports; public record PhoneNumber(long digits) {}");
        assertLine("it uses dev.parley.ports.PhoneNumber.<init>, which is not there");
    }

    @Test
    void a_jar_that_names_a_constant_of_other_ports_is_refused() throws IOException {
        made("Object x = dev.parley.ports.Keyword.PAUSE;", "dev.parley.ports.Keyword",
                "package dev.parley.ports; public enum Keyword { STOP, PAUSE }");
        assertLine("it uses dev.parley.ports.Keyword.PAUSE, which is not there");
    }

    /** A jar whose provider does that when it opens a connection, compiled against ports in which there is another type. */
    private void made(String words, String type, String source) throws IOException {
        Path others = workshop().compile(type, source, List.of());
        Path title = workshop().compile("com.acme.Words", WORDS, List.of());
        workshop().compile("com.acme.AcmeFactory", FACTORY.replace("throw ", words + " throw "),
                List.of("-cp", others + File.pathSeparator + title + File.pathSeparator + CLASS_PATH, "-d", title.toString()));
        Workshop.jar("acme.jar", folder, "com.acme.AcmeFactory", List.of(title));
    }

    /** Compiles into a folder of its own. */
    private List<String> against(Path classes) throws IOException {
        Path target = Files.createTempDirectory(bench, "classes");
        return List.of("-cp", classes + File.pathSeparator + CLASS_PATH, "-d", target.toString());
    }

    private void assertLine(String part) {
        String line = assertThrows(WrongSetting.class, () -> find(folder)).line();
        assertTrue(line.startsWith("PARLEY_PLUGINS_DIR: "), line);
        assertTrue(line.contains(part), line);
        assertEquals(1, line.lines().count());
    }

    private Workshop workshop() {
        return new Workshop(bench);
    }

    private static List<SmsProviderFactory> find(Path folder) {
        return Discovery.find(folder, "1.2.3");
    }

    private static List<String> names(List<SmsProviderFactory> factories) {
        return factories.stream().map(f -> f.description().name()).toList();
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private void plugin(String name, String title) throws IOException {
        Path classes = workshop().compile("com.acme.Words", WORDS.replace("A TITLE", title), List.of());
        workshop().compile(
                "com.acme.AcmeFactory",
                FACTORY.replace("NAME", name),
                List.of(
                        "-cp",
                        classes + File.pathSeparator + CLASS_PATH,
                        "-d",
                        classes.toString()));
        Workshop.jar(name + ".jar", folder, "com.acme.AcmeFactory", List.of(classes));
    }
}
