package dev.parley.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of Java.
 *
 * @param name of the file, without its folder
 * @param text what is in it
 */
record SourceFile(String name, String text) {

    /** All of them below a folder; none when there is no such folder. */
    static List<SourceFile> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> new SourceFile(file.getFileName().toString(), AdapterModule.text(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(Pattern pattern) {
        return pattern.matcher(text).find();
    }

    /** What is found, as the pattern's first group. */
    Stream<String> all(Pattern pattern) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }
}
