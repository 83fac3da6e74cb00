package dev.parley.bench.ledger;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one stand-in saw and did, a line of JSON each. A line is on the disk before its writer goes on, so that no answer that the server has
 * got is missing, whatever is killed. Thread-safe.
 */
public final class Ledger implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> LINE = new TypeReference<>() {};
    private static final String AT = "at";
    private static final String WHAT = "what";

    private final Object disk = new Object();
    private final FileChannel file;
    private long written;
    private long safe;

    private Ledger(FileChannel file) {
        this.file = file;
    }

    /** A new one. */
    public static Ledger create(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            return new Ledger(
                    FileChannel.open(folder.resolve(name + ".ledger"), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a line, with facts as name, value, name, value. */
    public void note(What what, String...facts) {
        try {
            makeSafe(write(what, facts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized long write(What what, String...facts) throws IOException {
        Entry entry = Entry.of(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()), what, facts);
        var line = new TreeMap<>(entry.facts());
        line.put(AT, Long.toString(entry.at()));
        line.put(WHAT, what.name());
        var bytes = ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        return ++written;
    }

    /** One who forces the disk does it for all that were written by then. */
    private void makeSafe(long line) throws IOException {
        synchronized (disk) {
            if (safe < line) {
                long upTo = written();
                file.force(false);
                safe = upTo;
            }
        }
    }

    private synchronized long written() {
        return written;
    }

    /** All lines of all ledgers of a folder, in the order of their times. */
    public static List<Entry> read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ledger"))
                    .sorted()
                    .flatMap(Ledger::lines)
                    .sorted(Comparator.comparingLong(Entry::at))
                    .toList();
        }
    }

    private static Stream<Entry> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(Ledger::parse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry parse(String line) {
        try {
            Map<String, String> all = JSON.readValue(line, LINE);
            var facts = new TreeMap<>(all);
            long at = Long.parseLong(String.valueOf(facts.remove(AT)));
            What what = What.valueOf(String.valueOf(facts.remove(WHAT)));
            return new Entry(at, what, facts);
        } catch (IOException e) {
            throw new UncheckedIOException("no line of a ledger: " + line, e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
