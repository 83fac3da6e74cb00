package dev.parley.app.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.app.config.WrongSetting;
import dev.parley.ports.spi.SmsProviderFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {

    private static final String SERVICE = "META-INF/services/" + SmsProviderFactory.class.getName();

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

    @Test
    void the_servers_own_providers_are_found_without_a_folder() {
        assertTrue(names(Discovery.find(folder.resolve("nowhere"))).contains("twilio"));
        assertEquals(names(Discovery.find(folder.resolve("nowhere"))), names(Discovery.find(folder)));
    }

    @Test
    void a_jar_in_the_folder_adds_its_provider() throws IOException {
        plugin("acme", "Acme Texts");
        List<SmsProviderFactory> found = Discovery.find(folder);
        assertEquals(1, names(found).stream().filter("twilio"::equals).count());
        assertEquals("Acme Texts", found.getLast().description().title());
    }

    @Test
    void two_jars_do_not_see_each_others_classes() throws IOException {
        plugin("acme-a", "A");
        plugin("acme-b", "B");
        List<SmsProviderFactory> found = Discovery.find(folder);
        List<SmsProviderFactory> acme = found.subList(found.size() - 2, found.size());
        assertEquals(List.of("A", "B"), acme.stream().map(f -> f.description().title()).toList());
        assertNotSame(acme.getFirst().getClass(), acme.getLast().getClass());
    }

    @Test
    void what_a_jar_brings_along_wins_over_what_the_server_has() throws IOException {
        plugin("acme", "A");
        Path other = compile("com.acme.Words", WORDS.replace("A TITLE", "the server's"), List.of());
        try (var server = new PluginLoader(other.toUri().toURL(), getClass().getClassLoader());
                var plugin = new PluginLoader(folder.resolve("acme.jar").toUri().toURL(), server)) {
            assertNotEquals(load(server, "com.acme.Words"), load(plugin, "com.acme.Words"));
            assertEquals(SmsProviderFactory.class, load(plugin, SmsProviderFactory.class.getName()));
            assertEquals(DiscoveryTest.class, load(plugin, DiscoveryTest.class.getName()));
            assertTrue(String.valueOf(plugin.getResource("com/acme/Words.class")).contains("acme.jar"));
        }
    }

    @Test
    void a_jar_without_a_provider_stops_the_start() throws IOException {
        jar("library.jar", folder, "", List.of());
        assertLine("library.jar holds no provider");
    }

    @Test
    void a_provider_that_cannot_be_loaded_stops_the_start() throws IOException {
        jar("acme.jar", folder, "com.acme.NotThere", List.of());
        assertLine("acme.jar holds a provider that cannot be loaded: ");
    }

    @Test
    void what_is_no_jar_stops_the_start_unless_it_is_hidden_or_called_otherwise() throws IOException {
        Files.writeString(folder.resolve("README.txt"), "hello");
        Files.writeString(folder.resolve("._acme.jar"), "hello");
        assertTrue(names(Discovery.find(folder)).contains("twilio"));
        Files.writeString(folder.resolve("acme.jar"), "hello");
        assertLine("acme.jar holds no provider");
    }

    private void assertLine(String part) {
        String line = assertThrows(WrongSetting.class, () -> Discovery.find(folder)).line();
        assertTrue(line.startsWith("PARLEY_PLUGINS_DIR: "), line);
        assertTrue(line.contains(part), line);
        assertEquals(1, line.lines().count());
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
        Path classes = compile("com.acme.Words", WORDS.replace("A TITLE", title), List.of());
        compile(
                "com.acme.AcmeFactory",
                FACTORY.replace("NAME", name),
                List.of(
                        "-cp",
                        classes + java.io.File.pathSeparator + System.getProperty(
                                "java.class.path"),
                        "-d",
                        classes.toString()));
        jar(name + ".jar", folder, "com.acme.AcmeFactory", List.of(classes));
    }

    private Path compile(String name, String source, List<String> options) throws IOException {
        Path work = Files.createTempDirectory(folder, "work");
        Path file = Files.writeString(work.resolve(name.substring(name.lastIndexOf('.') + 1) + ".java"), source);
        Stream<String> where = options.isEmpty() ? Stream.of("-d", work.resolve("classes").toString()) : options.stream();
        String[] arguments = Stream.concat(where, Stream.of("-proc:none", file.toString())).toArray(String[]::new);
        Files.createDirectories(work.resolve("classes"));
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments));
        return work.resolve("classes");
    }

    private static void jar(String name, Path folder, String provider, List<Path> classes) throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve(name)); var jar = new JarOutputStream(file)) {
            if (!provider.isEmpty()) {
                add(jar, SERVICE, provider.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            for (Path root : classes) {
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path path : files.filter(Files::isRegularFile).toList()) {
                        add(jar, root.relativize(path).toString(), Files.readAllBytes(path));
                    }
                }
            }
        }
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
