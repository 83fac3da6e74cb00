package dev.parley.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every record of ports, those to come included. */
final class RecordsTest {

    /** Components that hold what people or their servers said. */
    private static final Set<String> WORDS =
            Set.of("body", "text", "payload", "responseBody", "system", "words", "reply", "history", "turns", "smsPrompt", "prompt",
                    "message");

    @TestFactory
    Stream<DynamicTest> copies_its_collections() {
        return with(RecordsTest::isCollection).map(type -> DynamicTest.dynamicTest(name(type), () -> assertCopies(type)));
    }

    @TestFactory
    Stream<DynamicTest> does_not_print_what_was_said() {
        return with(RecordsTest::isText).map(type -> DynamicTest.dynamicTest(name(type), () -> assertPrintsNoWords(type)));
    }

    @TestFactory
    Stream<DynamicTest> does_not_print_a_secret() {
        return with(RecordsTest::holdsSecret).map(type -> DynamicTest.dynamicTest(name(type), () -> assertPrintsNoSecret(type)));
    }

    @Test
    void all_records_were_found() {
        assertTrue(Records.all().size() > 80, () -> "only " + Records.all().size());
        assertTrue(with(RecordsTest::isCollection).count() > 25);
        assertTrue(with(RecordsTest::isText).count() > 8);
    }

    private static void assertCopies(Class<?> type) {
        Object[] values = Records.values(type);
        Object made = Records.make(type, values);
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            Optional<Object> given = collection(values[i]);
            Optional<Object> kept = collection(Records.get(made, components[i]));
            String before = kept.toString();
            given.ifPresent(RecordsTest::clear);
            assertEquals(before, kept.toString(), () -> "keeps the caller's collection");
            kept.ifPresent(c -> assertThrows(UnsupportedOperationException.class, () -> clear(c), "gives away what can be changed"));
        }
    }

    private static Optional<Object> collection(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.flatMap(RecordsTest::collection);
            case Collection<?> c -> Optional.of(c);
            case Map<?, ?> m -> Optional.of(m);
            default -> Optional.empty();
        };
    }

    private static void clear(Object collection) {
        switch (collection) {
            case Collection<?> c -> c.clear();
            case Map<?, ?> m -> m.clear();
            default -> throw new AssertionError(collection.getClass());
        }
    }

    private static void assertPrintsNoWords(Class<?> type) {
        Object[] values = Records.values(type);
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            values[i] = isText(components[i]) && components[i].getType() == String.class ? "CANARY" : values[i];
        }
        String printed = Records.make(type, values).toString();
        assertFalse(printed.contains("CANARY"), printed);
    }

    private static void assertPrintsNoSecret(Class<?> type) {
        String printed = Records.make(type, Records.values(type)).toString();
        assertFalse(printed.contains(Records.SECRET), printed);
    }

    private static Stream<Class<?>> with(Predicate<RecordComponent> one) {
        return Records.all().stream().filter(type -> Arrays.stream(type.getRecordComponents()).anyMatch(one));
    }

    private static boolean isCollection(RecordComponent component) {
        return List.of(List.class, Set.class, Map.class).contains(component.getType())
                || component.getGenericType().getTypeName().startsWith("java.util.Optional<java.util.List");
    }

    private static boolean isText(RecordComponent component) {
        return component.getType() == String.class && WORDS.contains(component.getName());
    }

    private static boolean holdsSecret(RecordComponent component) {
        return component.getGenericType().getTypeName().contains(Secret.class.getName());
    }

    private static String name(Class<?> type) {
        return type.getName().substring("dev.parley.ports.".length());
    }
}
