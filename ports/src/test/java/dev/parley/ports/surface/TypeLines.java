package dev.parley.ports.surface;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The lines of one type. What may come later without harm, such as a supertype or a deprecation, has a line of its own; what may
 * not change stands in one line with what it belongs to. A record is its components: constructor and accessors follow from them.
 */
final class TypeLines {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");
    private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");

    private final Class<?> type;
    private final String name;

    TypeLines(Class<?> type) {
        this.type = type;
        this.name = name(type);
    }

    Stream<String> lines() {
        return Stream.of(
                Stream.of(name + " : " + words(modifiers(type), kind(), variables(type))),
                deprecation(name, type),
                supertypes(),
                permits(),
                components(),
                Arrays.stream(type.getDeclaredFields()).filter(this::isShown).flatMap(this::field),
                Arrays.stream(type.getDeclaredConstructors()).filter(this::isShown).flatMap(this::constructor),
                Arrays.stream(type.getDeclaredMethods()).filter(this::isShown).flatMap(this::method)).flatMap(lines -> lines);
    }

    private String kind() {
        if (type.isRecord()) {
            return "record";
        }
        if (type.isEnum()) {
            return "enum";
        }
        return type.isInterface() ? "interface" : "class";
    }

    private Stream<String> supertypes() {
        Stream<String> extended = Stream.ofNullable(type.getGenericSuperclass()).map(TypeLines::name).filter(this::saysSomething);
        return Stream.concat(extended, Arrays.stream(type.getGenericInterfaces()).map(TypeLines::name)).map(above -> name + " is " + above);
    }

    private boolean saysSomething(String superclass) {
        return !superclass.equals("java.lang.Object") && !type.isRecord() && !type.isEnum();
    }

    private Stream<String> permits() {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).map(below -> name + " permits " + name(below))
                : Stream.empty();
    }

    private Stream<String> components() {
        RecordComponent[] all = Objects.requireNonNullElse(type.getRecordComponents(), new RecordComponent[0]);
        return IntStream.range(0, all.length)
                .mapToObj(i -> name + "#" + all[i].getName() + " : component " + (i + 1) + " " + name(all[i].getGenericType()));
    }

    private Stream<String> field(Field field) {
        String key = name + "#" + field.getName();
        String what =
                field.isEnumConstant() ? "constant" : words(modifiers(field.getModifiers()), name(field.getGenericType()), value(field));
        return Stream.concat(Stream.of(key + " : " + what), deprecation(key, field));
    }

    private Stream<String> constructor(Constructor<?> constructor) {
        String key = name + "#new" + parameters(constructor);
        return Stream.concat(
                Stream.of(key + " : " + words(modifiers(constructor.getModifiers()), "constructor", thrown(constructor))),
                deprecation(key, constructor));
    }

    private Stream<String> method(Method method) {
        String key = name + "#" + method.getName() + parameters(method);
        String what = words(
                method.isDefault() ? "default" : modifiers(method.getModifiers()),
                variables(method),
                name(method.getGenericReturnType()),
                thrown(method));
        return Stream.concat(Stream.of(key + " : " + what), deprecation(key, method));
    }

    private boolean isShown(Field field) {
        return !field.isSynthetic() && Surface.isVisible(field.getModifiers());
    }

    private boolean isShown(Constructor<?> constructor) {
        return !constructor.isSynthetic() && Surface.isVisible(constructor.getModifiers()) && !isCanonical(constructor);
    }

    private boolean isCanonical(Constructor<?> constructor) {
        RecordComponent[] components = type.getRecordComponents();
        return components != null && Arrays.equals(
                constructor.getParameterTypes(),
                Arrays.stream(components).map(RecordComponent::getType).toArray());
    }

    private boolean isShown(Method method) {
        boolean followsFromComponents = method.getParameterCount() == 0 && isComponent(method.getName());
        boolean isEverywhere = OF_EVERY_OBJECT.contains(method.getName()) || (type.isEnum() && OF_EVERY_ENUM.contains(method.getName()));
        return !method.isSynthetic() && Surface.isVisible(method.getModifiers()) && !followsFromComponents && !isEverywhere;
    }

    private boolean isComponent(String method) {
        return type.isRecord() && Arrays.stream(type.getRecordComponents()).anyMatch(component -> component.getName().equals(method));
    }

    private static Stream<String> deprecation(String key, AnnotatedElement element) {
        Deprecated deprecated = element.getAnnotation(Deprecated.class);
        return Stream.ofNullable(deprecated).map(d -> key + " is deprecated" + (d.forRemoval() ? " for removal" : ""));
    }

    private static String value(Field field) {
        Class<?> type = field.getType();
        boolean mayBeCopied = Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers())
                && (type.isPrimitive() || type.equals(String.class));
        try {
            return mayBeCopied ? "= " + field.get(null) : "";
        } catch (IllegalAccessException e) {
            return "";
        }
    }

    private static String parameters(Executable executable) {
        List<String> types = Arrays.stream(executable.getGenericParameterTypes()).map(TypeLines::name).toList();
        String all = String.join(", ", types);
        return "(" + (executable.isVarArgs() ? all.replaceAll("\\[]$", "...") : all) + ")";
    }

    private static String thrown(Executable executable) {
        String all = Arrays.stream(executable.getGenericExceptionTypes()).map(TypeLines::name).sorted().collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : "throws " + all;
    }

    private static String variables(GenericDeclaration declaration) {
        TypeVariable<?>[] variables = declaration.getTypeParameters();
        return variables.length == 0 ? "" : Arrays.stream(variables).map(TypeLines::bounded).collect(Collectors.joining(", ", "<", ">"));
    }

    private static String bounded(TypeVariable<?> variable) {
        String bounds = Arrays.stream(variable.getBounds()).map(TypeLines::name).collect(Collectors.joining(" & "));
        return bounds.equals("java.lang.Object") ? variable.getName() : variable.getName() + " extends " + bounds;
    }

    private static String modifiers(Class<?> type) {
        int implied = type.isInterface() ? Modifier.ABSTRACT | Modifier.INTERFACE : 0;
        return words(type.isSealed() ? "sealed" : "", modifiers(type.getModifiers() & ~implied & ~Modifier.STATIC));
    }

    /** Without those that make no difference to whoever is outside. */
    private static String modifiers(int modifiers) {
        int unseen = Modifier.PUBLIC | Modifier.TRANSIENT | Modifier.VOLATILE | Modifier.SYNCHRONIZED | Modifier.NATIVE | Modifier.STRICT;
        return Modifier.toString(modifiers & ~unseen);
    }

    private static String words(String...words) {
        return Arrays.stream(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String name(Type type) {
        return type.getTypeName().replace('$', '.');
    }
}
