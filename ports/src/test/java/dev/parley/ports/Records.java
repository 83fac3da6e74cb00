package dev.parley.ports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every record of ports, and a way to make one of each: collections mutable and not empty, all text {@link #TEXT}. */
final class Records {

    /** What every string holds; also a number, so that it can be one. */
    static final String TEXT = "+15005550006";

    /** What every secret holds. */
    static final String SECRET = "whsec_s3cret";

    private static final Map<Class<?>, Supplier<Object>> VALUES = Map.ofEntries(
            Map.entry(String.class, () -> TEXT),
            Map.entry(Object.class, () -> TEXT),
            Map.entry(boolean.class, () -> false),
            Map.entry(int.class, () -> 1),
            Map.entry(Integer.class, () -> 1),
            Map.entry(long.class, () -> 1L),
            Map.entry(Long.class, () -> 1L),
            Map.entry(byte[].class, () -> new byte[0]),
            Map.entry(UUID.class, () -> new UUID(0, 1)),
            Map.entry(Instant.class, () -> Instant.EPOCH),
            Map.entry(Duration.class, () -> Duration.ofSeconds(1)),
            Map.entry(LocalTime.class, () -> LocalTime.NOON),
            Map.entry(ZoneId.class, () -> ZoneOffset.UTC),
            Map.entry(InstantSource.class, () -> InstantSource.fixed(Instant.EPOCH)),
            Map.entry(URI.class, () -> URI.create("https://example.com")),
            Map.entry(Certificate.class, NoCertificate::new),
            Map.entry(Secret.class, () -> new Secret(SECRET)));

    /** Components that not every value will do for. */
    private static final Map<String, Object> PARTICULAR = Map.of("ProviderDescription.name", "fake", "Part.total", 2);

    private Records() {}

    /** All public record types of the module. */
    static List<Class<?>> all() {
        Path classes = Path.of("target", "classes");
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(f -> f.toString().endsWith(".class"))
                    .map(f -> named(classes.relativize(f)))
                    .<Class<?>>map(c -> c)
                    .filter(Class::isRecord)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One value for each component. */
    static Object[] values(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(c -> named(type, c).orElseGet(() -> value(c.getGenericType()))).toArray();
    }

    static Object make(Class<?> type, Object...values) {
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " cannot be made", e);
        }
    }

    static Object get(Object from, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component + " cannot be read", e);
        }
    }

    private static Optional<Object> named(Class<?> type, RecordComponent component) {
        return Optional.ofNullable(PARTICULAR.get(type.getSimpleName() + "." + component.getName()));
    }

    private static Object value(Type type) {
        return switch (type) {
            case ParameterizedType p when p.getRawType() == Optional.class -> Optional.of(value(p.getActualTypeArguments()[0]));
            case ParameterizedType p when p.getRawType() == List.class -> new ArrayList<>(List.of(value(p.getActualTypeArguments()[0])));
            case ParameterizedType p when p.getRawType() == Set.class -> new HashSet<>(Set.of(value(p.getActualTypeArguments()[0])));
            case ParameterizedType p when p.getRawType() == Map.class ->
                    new HashMap<>(Map.of(value(p.getActualTypeArguments()[0]), value(p.getActualTypeArguments()[1])));
            case ParameterizedType p -> value(p.getRawType());
            case Class<?> c -> value(c);
            default -> TEXT;
        };
    }

    private static Object value(Class<?> type) {
        if (VALUES.containsKey(type)) {
            return VALUES.get(type).get();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return type.isSealed() ? value(type.getPermittedSubclasses()[0]) : make(type, values(type));
    }

    private static Class<?> named(Path file) {
        String name = file.toString().replace(".class", "").replace('/', '.');
        try {
            return name.equals("module-info") ? Records.class : Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }

    /** A certificate that says nothing. */
    private static final class NoCertificate extends Certificate {

        private static final long serialVersionUID = 1;

        NoCertificate() {
            super("none");
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }

        @Override
        public void verify(PublicKey key) {}

        @Override
        public void verify(PublicKey key, String provider) {}

        @Override
        public String toString() {
            return getType();
        }

        @Override
        public PublicKey getPublicKey() {
            throw new UnsupportedOperationException("it has no key");
        }
    }
}
