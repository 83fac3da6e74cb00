package dev.parley.ports.surface;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is public of some classes: a line for each type and each member, in order.
 *
 * @param lines such as {@code dev.parley.ports.PageRequest#MAX : static final int = 100}
 */
record Surface(SortedSet<String> lines) {

    private static final String CLASS = ".class";

    Surface {
        lines = Collections.unmodifiableSortedSet(new TreeSet<>(lines));
    }

    /** That of all classes below a folder. */
    static Surface of(Path folder, ClassLoader loader) {
        try (Stream<Path> files = Files.walk(folder)) {
            return new Surface(
                    files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                            .filter(name -> name.endsWith(CLASS) && !name.endsWith("package-info.class"))
                            .flatMap(name -> name.equals("module-info.class") ? exports(folder.resolve(name)) : lines(load(name, loader)))
                            .collect(Collectors.toCollection(TreeSet::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The type that a line is about. */
    static String type(String line) {
        return line.split("[# ]", 2)[0];
    }

    static boolean isVisible(int modifiers) {
        return (modifiers & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    private static Stream<String> lines(Class<?> type) {
        return isVisible(type) ? new TypeLines(type).lines() : Stream.empty();
    }

    private static boolean isVisible(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return isVisible(type.getModifiers()) && !type.isSynthetic() && !type.isAnonymousClass() && (outer == null || isVisible(outer));
    }

    private static Stream<String> exports(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            ModuleDescriptor module = ModuleDescriptor.read(bytes);
            return module.exports().stream().map(export -> "module " + module.name() + " exports " + export.source());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String file, ClassLoader loader) {
        try {
            return Class.forName(file.substring(0, file.length() - CLASS.length()).replace('/', '.'), false, loader);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(file, e);
        }
    }
}
