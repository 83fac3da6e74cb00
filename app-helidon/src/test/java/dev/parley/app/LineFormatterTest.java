package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LineFormatterTest {

    @Test
    void a_record_is_one_line() {
        assertEquals("2026-05-04T10:00:00.123Z WARNING dev.parley.x: the disk is full", line("the disk is full"));
    }

    @Test
    void a_message_cannot_forge_a_record() {
        assertEquals(
                "2026-05-04T10:00:00.123Z WARNING dev.parley.x: a\\n2026 INFO fake?[31m b?c?",
                line(
                        "a\r\n2026 INFO fake\u001b[31m\tb\u2028c\u0085"));
    }

    @Test
    void an_exception_is_on_the_same_line() {
        var logged = logged("it failed");
        logged.setThrown(new IllegalStateException("first\nsecond", new IllegalArgumentException("cause")));
        String line = new LineFormatter().format(logged);
        assertEquals(1, line.lines().count());
        assertTrue(
                line.contains(": it failed | java.lang.IllegalStateException: first\\nsecond\\n at dev.parley.app.LineFormatterTest."),
                line);
        assertTrue(line.contains("Caused by: java.lang.IllegalArgumentException: cause"), line);
    }

    @Test
    void an_endless_message_is_cut() {
        assertTrue(line("x".repeat(1_000_000)).length() < 5_000);
    }

    @Test
    void parameters_are_filled_in() {
        var logged = logged("{0} of {1}");
        logged.setParameters(new Object[] {1, "many"});
        assertTrue(new LineFormatter().format(logged).strip().endsWith("dev.parley.x: 1 of many"));
    }

    private static String line(String message) {
        return new LineFormatter().format(logged(message)).strip();
    }

    private static LogRecord logged(String message) {
        var logged = new LogRecord(Level.WARNING, message);
        logged.setLoggerName("dev.parley.x");
        logged.setInstant(Instant.parse("2026-05-04T10:00:00.123456Z"));
        return logged;
    }
}
