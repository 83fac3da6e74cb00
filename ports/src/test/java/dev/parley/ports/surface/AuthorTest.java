package dev.parley.ports.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How much the author of a provider has to write and to read. To read are: the two interfaces; what their mandatory methods take
 * and give; what it takes to make those, which is the parameters of their static makers and, since a description without settings
 * describes nothing, of what refines a description. A type inside another is read with it. What only optional methods and
 * refinements take is read by whoever wants them.
 */
class AuthorTest {

    private static final Set<Class<?>> WRITTEN = Set.of(SmsProviderFactory.class, SmsProvider.class);

    @Test
    void writes_at_most_six_methods_over_two_interfaces() {
        assertTrue(mandatory().count() <= 6, () -> mandatory().toList().toString());
    }

    @Test
    void reads_these_twelve_types() {
        Set<Class<?>> spoken = Stream.concat(WRITTEN.stream(), mandatory().flatMap(AuthorTest::signature)).collect(Collectors.toSet());
        Stream<Class<?>> needed =
                spoken.stream().flatMap(AuthorTest::withInner).flatMap(AuthorTest::makers).flatMap(AuthorTest::parameters);
        Set<String> read = Stream.concat(spoken.stream(), needed)
                .filter(type -> type.getName().startsWith("dev.parley."))
                .map(type -> type.getNestHost().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                new TreeSet<>(
                        Set.of(
                                "SmsProviderFactory",
                                "ProviderDescription",
                                "SettingKey",
                                "ProviderSetup",
                                "SmsProvider",
                                "OutboundText",
                                "SendOutcome",
                                "Reason",
                                "WebhookRequest",
                                "AuthenticWebhook",
                                "Verdict",
                                "WebhookEvent")),
                read);
    }

    private static Stream<Method> mandatory() {
        return WRITTEN.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isAbstract(method.getModifiers()));
    }

    private static Stream<Class<?>> signature(Method method) {
        return Stream.concat(classes(method.getGenericReturnType()), parameters(method));
    }

    private static Stream<Class<?>> parameters(Method method) {
        return Arrays.stream(method.getGenericParameterTypes()).flatMap(AuthorTest::classes);
    }

    private static Stream<Class<?>> withInner(Class<?> type) {
        return Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses()).flatMap(AuthorTest::withInner));
    }

    private static Stream<Method> makers(Class<?> type) {
        boolean isRefined = type == ProviderDescription.class;
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> isRefined ? method.getReturnType() == type : Modifier.isStatic(method.getModifiers()));
    }

    private static Stream<Class<?>> classes(Type type) {
        return switch (type) {
            case Class<?> one -> Stream.of(one.isArray() ? one.getComponentType() : one);
            case ParameterizedType many -> Stream.concat(
                    classes(many.getRawType()),
                    Arrays.stream(many.getActualTypeArguments()).flatMap(AuthorTest::classes));
            case GenericArrayType many -> classes(many.getGenericComponentType());
            default -> Stream.empty();
        };
    }
}
