package dev.parley.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * One line a record, whatever is in it: nobody who can get a line break into a message can forge a record with it.
 * Thread-safe.
 */
public final class LineFormatter extends Formatter {

    private static final int MESSAGE_LIMIT = 4_000;
    private static final int TRACE_LIMIT = 16_000;

    /** For the log manager, which finds this class by its name. */
    public LineFormatter() {}

    @Override
    public String format(LogRecord logged) {
        var line = new StringBuilder(160);
        line.append(logged.getInstant().truncatedTo(ChronoUnit.MILLIS)).append(' ').append(logged.getLevel().getName()).append(' ');
        line.append(logged.getLoggerName()).append(": ").append(oneLine(formatMessage(logged), MESSAGE_LIMIT));
        if (logged.getThrown() != null) {
            line.append(" | ").append(oneLine(trace(logged.getThrown()), TRACE_LIMIT));
        }
        return line.append(System.lineSeparator()).toString();
    }

    private static String trace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString().strip();
    }

    private static String oneLine(String text, int limit) {
        String shortened = text.length() > limit ? text.substring(0, limit) + "..." : text;
        var safe = new StringBuilder(shortened.length());
        shortened.chars().forEach(c -> appendSafely(safe, (char) c));
        return safe.toString();
    }

    private static void appendSafely(StringBuilder line, char c) {
        switch (c) {
            case '\n' -> line.append("\\n");
            case '\t' -> line.append(' ');
            case '\r' -> {}
            default -> line.append(Character.isISOControl(c) || isLineBreak(c) ? '?' : c);
        }
    }

    private static boolean isLineBreak(char c) {
        return c == '\u2028' || c == '\u2029';
    }
}
