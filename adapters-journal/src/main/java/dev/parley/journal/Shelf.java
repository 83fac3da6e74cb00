package dev.parley.journal;

import dev.parley.journal.Frames.Frame;
import dev.parley.journal.Frames.Scan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which files there are, and how much is in them. Thread-safe. */
final class Shelf {

    private static final Logger LOG = System.getLogger(Shelf.class.getName());
    private static final String SUFFIX = ".journal";
    private static final String ASIDE = "aside-";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{19}");

    private final Map<String, Content> files = new TreeMap<>();
    private long last;
    private long forgotten;

    private Shelf() {}

    /**
     * What is in a file.
     *
     * @param bytes its length
     * @param first the ordinal of its first entry
     * @param last the ordinal of its last entry
     */
    private record Content(long bytes, long first, long last) {}

    /** What an earlier run left. What is damaged is kept apart under a name of its own, and the rest goes on. */
    static Shelf of(Disk disk) throws IOException {
        var shelf = new Shelf();
        // Beyond the names of what was kept apart too: no name is given twice.
        shelf.last = disk.names().stream().mapToLong(Shelf::number).max().orElse(0);
        for (String name : disk.names().stream().filter(name -> name.endsWith(SUFFIX)).toList()) {
            byte[] bytes = disk.read(name);
            Scan scan = Frames.scan(bytes);
            keepDamaged(disk, name, scan);
            if (scan.frames().isEmpty()) {
                disk.delete(name);
            } else {
                shelf.put(name, bytes.length, scan.frames());
            }
        }
        shelf.forgotten = shelf.files.values().stream().mapToLong(Content::first).min().orElse(shelf.last + 1) - 1;
        return shelf;
    }

    private static void keepDamaged(Disk disk, String name, Scan scan) throws IOException {
        if (!scan.damaged().isEmpty()) {
            LOG.log(Level.ERROR, "{0} of the journal is damaged in {1} places, which are kept apart", name, scan.damaged().size());
            var bytes = new ByteArrayOutputStream();
            scan.damaged().forEach(bytes::writeBytes);
            keep(disk, ASIDE + "damaged-" + name, bytes.toByteArray());
        }
    }

    private static long number(String name) {
        Matcher number = NUMBER.matcher(name);
        return number.find() ? Long.parseLong(number.group()) : 0;
    }

    private void put(String name, long bytes, List<Frame> frames) {
        files.put(name, new Content(bytes, frames.getFirst().ordinal(), frames.getLast().ordinal()));
        last = Math.max(last, frames.getLast().ordinal());
    }

    /** The name of a file that begins with that entry. */
    static String name(long first) {
        return "%019d".formatted(first) + SUFFIX;
    }

    /** The name of a file that holds that entry alone. */
    static String asideName(long ordinal) {
        return ASIDE + "%019d".formatted(ordinal);
    }

    /** Writes a file that stays, unless it is there already. */
    static void keep(Disk disk, String name, byte[] bytes) throws IOException {
        if (disk.names().contains(name)) {
            return;
        }
        try (Disk.Tape tape = disk.create(name)) {
            tape.write(bytes);
            tape.force();
        }
        disk.force();
    }

    synchronized long lastOrdinal() {
        return last;
    }

    synchronized long bytes() {
        return files.values().stream().mapToLong(Content::bytes).sum();
    }

    synchronized long size() {
        return last - forgotten;
    }

    synchronized void add(String name) {
        files.put(name, new Content(0, last + 1, last));
    }

    synchronized void grown(String name, long bytes, int entries) {
        last += entries;
        Content before = files.getOrDefault(name, new Content(0, last, last));
        files.put(name, new Content(before.bytes() + bytes, before.first(), last));
    }

    /** The next entry does not follow the last one, so that its file has a name of its own. */
    synchronized void leaveGap() {
        last++;
    }

    /** The files that have entries of a greater ordinal, the oldest first. */
    synchronized List<String> holding(long after) {
        return files.entrySet().stream().filter(file -> file.getValue().last() > after).map(Map.Entry::getKey).toList();
    }

    /** Takes out the files of which nothing is left. */
    synchronized List<String> forget(long upTo) {
        forgotten = Math.max(forgotten, Math.min(upTo, last));
        var over = new ArrayList<String>();
        files.forEach((name, content) -> {
            if (content.last() <= upTo) {
                over.add(name);
            }
        });
        over.forEach(files::remove);
        if (files.isEmpty()) {
            forgotten = last;
        }
        return over;
    }
}
