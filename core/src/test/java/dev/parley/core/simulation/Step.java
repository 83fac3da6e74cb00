package dev.parley.core.simulation;

import dev.parley.testkit.store.Stores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call of a port.
 *
 * @param port which port
 * @param method what is asked of it
 * @param args with what
 * @param does does it
 * @param stores for mistakes that could not be made with the port alone
 */
record Step(Class<?> port, Method method, List<Object> args, Function<Step, @Nullable Object> does, Stores stores) {

    String name() {
        return method.getName();
    }

    boolean is(Class<?> wantedPort, String wantedName) {
        return port == wantedPort && name().equals(wantedName);
    }

    /** Does it. */
    @Nullable
    Object go() {
        return does.apply(this);
    }

    /** Does it with another first argument. */
    @Nullable
    Object with(Object first) {
        List<Object> others = new ArrayList<>(args);
        others.set(0, first);
        return new Step(port, method, others, does, stores).go();
    }

    /** Asks something else of the same port. */
    @Nullable
    Object also(String otherName, List<Object> others) {
        Method other = Arrays.stream(port.getMethods()).filter(m -> m.getName().equals(otherName)).findFirst().orElseThrow();
        return new Step(port, other, others, does, stores).go();
    }

    /** Has {@code real} do it. */
    @Nullable
    Object by(Object real) {
        try {
            return method.invoke(real, args.toArray());
        } catch (InvocationTargetException thrown) {
            throw unchecked(thrown.getCause());
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    /** What it came to, for the history. */
    String told(@Nullable Object result) {
        return Brief.all(args) + " -> " + (result == null ? "nothing" : Brief.of(result));
    }

    /** That it came to nothing, for the history. */
    String failed(String how) {
        return Brief.all(args) + " -> " + how.toUpperCase(Locale.ROOT);
    }

    private static RuntimeException unchecked(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException expected -> expected;
            case Error fatal -> throw fatal;
            case null, default -> new IllegalStateException(cause);
        };
    }
}
