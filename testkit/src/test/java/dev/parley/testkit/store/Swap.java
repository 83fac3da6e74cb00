package dev.parley.testkit.store;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Puts one store in the place of another. */
final class Swap {

    private Swap() {}

    /** The same stores but for the one of that type. */
    static <T> Stores in(Stores stores, Class<T> type, UnaryOperator<T> swap) {
        RecordComponent[] components = Stores.class.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(c -> c.getType() == type ? swap.apply(type.cast(value(stores, c))) : value(stores, c))
                .toArray();
        try {
            return Stores.class.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("Stores is a record of interfaces", impossible);
        }
    }

    private static Object value(Stores stores, RecordComponent component) {
        try {
            return component.getAccessor().invoke(stores);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("Stores is a record of interfaces", impossible);
        }
    }
}
