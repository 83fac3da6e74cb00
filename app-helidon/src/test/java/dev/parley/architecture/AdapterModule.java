package dev.parley.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An adapter as it lies in the tree, whether or not the app has it on its class path.
 *
 * @param folder {@code adapters-} and its name
 */
record AdapterModule(Path folder) {

    private static final String PREFIX = "adapters-";
    private static final Path SERVICE = Path.of("src/main/resources/META-INF/services/dev.parley.ports.spi.SmsProviderFactory");

    /** All of them below a folder, by name. */
    static List<AdapterModule> in(Path root) {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .map(AdapterModule::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which is that of its package too. */
    String name() {
        return folder.getFileName().toString().substring(PREFIX.length());
    }

    /** Whether it brings a provider. */
    boolean isProvider() {
        return Files.exists(folder.resolve(SERVICE));
    }

    String pom() {
        return text(folder.resolve("pom.xml"));
    }

    List<SourceFile> sources() {
        return SourceFile.below(folder.resolve("src/main/java"));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
