package dev.parley.app.provider;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Whether the ports that a plugin was compiled against are those of the server. The JVM would tell only when it meets a difference. */
final class Linkage {

    private static final String PORTS = "dev/parley/ports/";

    private final ClassLoader server;

    private Linkage(ClassLoader server) {
        this.server = server;
    }

    /**
     * What a jar uses of the ports and the server does not have; empty when there is nothing.
     *
     * @throws IOException when the jar cannot be read
     */
    static Optional<String> missing(Path jar, ClassLoader server) throws IOException {
        var linkage = new Linkage(server);
        try (var file = new JarFile(jar.toFile())) {
            List<JarEntry> classes = file.stream().filter(entry -> entry.getName().endsWith(".class")).toList();
            for (JarEntry entry : classes) {
                try (InputStream bytes = file.getInputStream(entry)) {
                    Optional<String> missing = linkage.missing(bytes.readAllBytes());
                    if (missing.isPresent()) {
                        return missing;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> missing(byte[] bytes) {
        try {
            ClassModel model = ClassFile.of().parse(bytes);
            return StreamSupport.stream(model.constantPool().spliterator(), false).flatMap(this::missing).findFirst();
        } catch (IllegalArgumentException noClass) {
            // Of a Java that is newer, or broken: whoever needs it will say so.
            return Optional.empty();
        }
    }

    private Stream<String> missing(PoolEntry entry) {
        return switch (entry) {
            case ClassEntry type when type.asInternalName().startsWith(PORTS) -> find(type).isPresent() ? Stream.empty()
                    : Stream.of(name(type));
            case MemberRefEntry member when member.owner().asInternalName().startsWith(PORTS) -> find(member.owner())
                    .filter(owner -> !has(owner, member))
                    .map(_ -> name(member.owner()) + "." + member.name().stringValue())
                    .stream();
            default -> Stream.empty();
        };
    }

    private static String name(ClassEntry type) {
        return type.asInternalName().replace('/', '.').replace('$', '.');
    }

    private Optional<Class<?>> find(ClassEntry type) {
        try {
            return Optional.of(Class.forName(type.asInternalName().replace('/', '.'), false, server));
        } catch (ClassNotFoundException missing) {
            return Optional.empty();
        }
    }

    private static boolean has(Class<?> owner, MemberRefEntry member) {
        String name = member.name().stringValue();
        String type = member.type().stringValue();
        return family(owner).flatMap(member instanceof FieldRefEntry ? Linkage::fields : Linkage::executables)
                .anyMatch(declared -> declared.equals(name + type));
    }

    /** Where a member may be inherited from. */
    private static Stream<Class<?>> family(Class<?> type) {
        Stream<Class<?>> above = Stream.concat(
                Stream.of(type.getInterfaces()),
                Stream.of(Optional.<Class<?>>ofNullable(type.getSuperclass()).orElse(Object.class)).filter(parent -> !type.equals(parent)));
        return Stream.concat(Stream.of(type), above.flatMap(Linkage::family));
    }

    private static Stream<String> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields()).map((Field field) -> field.getName() + field.getType().descriptorString());
    }

    private static Stream<String> executables(Class<?> type) {
        Stream<Executable> all = Stream.concat(Stream.of(type.getDeclaredMethods()), Stream.of(type.getDeclaredConstructors()));
        return all.map(Linkage::signature);
    }

    private static String signature(Executable executable) {
        return switch (executable) {
            case Method method -> method.getName()
                    + MethodType.methodType(method.getReturnType(), method.getParameterTypes()).descriptorString();
            case Constructor<?> constructor -> "<init>"
                    + MethodType.methodType(void.class, constructor.getParameterTypes()).descriptorString();
        };
    }
}
