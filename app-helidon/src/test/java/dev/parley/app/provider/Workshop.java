package dev.parley.app.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.spi.SmsProviderFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/**
 * Makes plugins from source.
 *
 * @param bench a folder to work in
 */
record Workshop(Path bench) {

    private static final String SERVICE = "META-INF/services/" + SmsProviderFactory.class.getName();

    /** Compiles one class, into a folder of its own unless the last option names one. */
    Path compile(String name, String source, List<String> options) throws IOException {
        Path work = Files.createTempDirectory(bench, "work");
        Path file = Files.writeString(work.resolve(name.substring(name.lastIndexOf('.') + 1) + ".java"), source);
        Stream<String> where = options.isEmpty() ? Stream.of("-d", work.resolve("classes").toString()) : options.stream();
        Path target = Path.of(options.isEmpty() ? work.resolve("classes").toString() : options.getLast());
        String[] arguments = Stream.concat(where, Stream.of("-proc:none", file.toString())).toArray(String[]::new);
        Files.createDirectories(work.resolve("classes"));
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments));
        return target;
    }

    /** Packs classes into a jar that names that provider, or none. */
    static void jar(String name, Path folder, String provider, List<Path> classes) throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve(name)); var jar = new JarOutputStream(file)) {
            if (!provider.isEmpty()) {
                add(jar, SERVICE, provider.getBytes(StandardCharsets.UTF_8));
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
