package dev.parley.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every statement that the stores can run: the constants of all their classes. */
final class Statements {

    private Statements() {}

    static Stream<Sql> all() {
        return classes().flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(f -> Modifier.isStatic(f.getModifiers()))
                .flatMap(
                        Statements::statements);
    }

    private static Stream<Class<?>> classes() {
        try {
            Path root = Path.of(Persistence.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path folder = root.resolve(Persistence.class.getPackageName().replace('.', '/'));
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> all = files.filter(f -> f.toString().endsWith(".class")).toList();
                return all.stream().<Class<?>>map(f -> load(root.relativize(f)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(Path file) {
        try {
            return Class.forName(file.toString().replace(".class", "").replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Sql> statements(Field field) {
        try {
            field.setAccessible(true);
            return switch (field.get(null)) {
                case Sql sql -> Stream.of(sql);
                case SqlFamily family -> Stream.of(family.of(1), family.of(3));
                case List<?> list -> list.stream().filter(Sql.class::isInstance).map(Sql.class::cast);
                case null -> Stream.of();
                case Object _ -> Stream.of();
            };
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
