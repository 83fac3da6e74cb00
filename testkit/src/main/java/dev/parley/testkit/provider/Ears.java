package dev.parley.testkit.provider;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/** Listens to standard output and to every logger that is not switched off, at all levels. */
final class Ears extends Handler implements AutoCloseable {

    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final SimpleFormatter formatter = new SimpleFormatter();

    Ears() {
        root.setLevel(Level.ALL);
        root.addHandler(this);
        System.setOut(tee(out));
        System.setErr(tee(err));
    }

    /** All lines heard so far. */
    List<String> heard() {
        return Stream.concat(logged.stream().toList().stream(), printed.toString(StandardCharsets.UTF_8).lines().map(l -> "printed: " + l))
                .toList();
    }

    @Override
    public void publish(LogRecord entry) {
        // The JDK's own loggers speak of everything below FINE, and whoever turns them up knows what they are asking for.
        String name = String.valueOf(entry.getLoggerName());
        if (!name.matches("(java|javax|jdk|sun|com\\.sun)\\..*")) {
            logged.add("logged by " + name + " at " + entry.getLevel() + ": " + formatter.format(entry));
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(level);
        System.setOut(out);
        System.setErr(err);
    }

    private PrintStream tee(PrintStream usual) {
        return new PrintStream(new Tee(usual), true, StandardCharsets.UTF_8);
    }

    /** Writes to both. */
    private final class Tee extends OutputStream {

        private final PrintStream usual;

        Tee(PrintStream usual) {
            this.usual = usual;
        }

        @Override
        public void write(int b) {
            usual.write(b);
            synchronized (printed) {
                printed.write(b);
            }
        }
    }
}
