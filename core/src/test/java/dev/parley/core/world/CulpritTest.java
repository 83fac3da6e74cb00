package dev.parley.core.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CulpritTest {

    @Test
    void it_names_the_classes_and_the_place_and_repeats_no_word() {
        String line = Culprit.of(new IllegalStateException("Hello +15005550006", new LinkageError("hunter2")));

        assertTrue(line.startsWith("java.lang.IllegalStateException at " + CulpritTest.class.getName() + "."), line);
        assertTrue(line.contains(", caused by java.lang.LinkageError at "), line);
        assertFalse(line.contains("Hello") || line.contains("+1500") || line.contains("hunter2"), line);
        assertEquals(1, line.lines().count());
    }

    @Test
    void it_stays_short_however_deep_the_fault_is() {
        Throwable deep = IntStream.range(0, 100)
                .<Throwable>mapToObj(i -> new IllegalStateException("level " + i))
                .reduce((cause, thrown) -> thrown.initCause(cause))
                .orElseThrow();

        assertEquals(4, Culprit.of(deep).split("caused by").length);
    }
}
