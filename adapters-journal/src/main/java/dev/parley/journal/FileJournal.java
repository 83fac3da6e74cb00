package dev.parley.journal;

import dev.parley.journal.Frames.Frame;
import dev.parley.ports.out.IntakeJournal;
import dev.parley.ports.out.StoreUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A journal in files that are only ever appended to, each for a while, and deleted when all that is in it was forgotten. Those
 * who append at once share one force. Thread-safe.
 */
public final class FileJournal implements IntakeJournal, AutoCloseable {

    /** Of a file that is forgotten only in part all comes back after a crash: so many entries are tried twice at most. */
    static final int SEGMENT_BYTES = 1 << 20;

    /** Below that a webhook of the greatest size might not fit. */
    private static final int ROOM = 1 << 17;

    private static final Logger LOG = System.getLogger(FileJournal.class.getName());

    private final Disk disk;
    private final long limit;
    private final Shelf shelf;
    private final ReentrantLock appending = new ReentrantLock();
    private Optional<Segment> open = Optional.empty();
    private volatile boolean isFailing;

    private FileJournal(Disk disk, long limit) throws IOException {
        this.disk = disk;
        this.limit = limit;
        shelf = Shelf.of(disk);
    }

    /**
     * Opens what an earlier run has left, or begins anew.
     *
     * @param folder where its files are, made when it is not there; of this process alone
     * @param limit how many bytes its files may have together
     * @throws JournalRefused when it cannot be kept there
     */
    public static FileJournal open(Path folder, long limit) {
        try {
            return on(FolderDisk.open(folder), limit);
        } catch (IOException unusable) {
            String why = unusable.getClass().getSimpleName();
            throw new JournalRefused(JournalRefused.Why.UNUSABLE, "the journal in " + folder + " cannot be written: " + why, unusable);
        }
    }

    /** Tries at once whether it can be written, and not when the database is away. */
    static FileJournal on(Disk disk, long limit) throws IOException {
        var journal = new FileJournal(disk, limit);
        String trial = "trial";
        disk.delete(trial);
        try (Disk.Tape tape = disk.create(trial)) {
            tape.write(new byte[1]);
            tape.force();
        }
        disk.delete(trial);
        disk.force();
        return journal;
    }

    @Override
    public boolean append(List<Entry> entries) {
        List<byte[]> payloads = entries.stream().map(EntryCodec::write).toList();
        try {
            Written written = write(payloads);
            if (written.isRefused()) {
                return false;
            }
            written.segment().orElseThrow().force(written.upTo());
            isFailing = false;
            return true;
        } catch (IOException | UncheckedIOException noRoom) {
            isFailing = true;
            LOG.log(Level.DEBUG, "nothing can be appended to the journal", noRoom);
            closeForGood();
            return false;
        }
    }

    /** Where entries were written; nowhere when there was no room for them. */
    private record Written(Optional<Segment> segment, long upTo) {

        boolean isRefused() {
            return segment.isEmpty();
        }
    }

    private Written write(List<byte[]> payloads) throws IOException {
        appending.lock();
        try {
            long first = shelf.lastOrdinal() + 1;
            byte[] bytes = Frames.bytes(first, payloads);
            if (shelf.bytes() + bytes.length > limit) {
                return new Written(Optional.empty(), 0);
            }
            Segment segment = segment(first);
            if (!segment.write(bytes)) {
                isFailing = true;
                return new Written(Optional.empty(), 0);
            }
            shelf.grown(segment.name(), bytes.length, payloads.size());
            return new Written(Optional.of(segment), segment.written());
        } finally {
            appending.unlock();
        }
    }

    private Segment segment(long first) throws IOException {
        if (open.filter(segment -> segment.written() < SEGMENT_BYTES).isEmpty()) {
            String name = Shelf.name(first);
            open = Optional.of(new Segment(name, disk.create(name)));
            shelf.add(name);
            disk.force();
        }
        return open.orElseThrow();
    }

    /** What could not be forced may be lost although the file says otherwise: nothing more is written behind it. */
    private void closeForGood() {
        appending.lock();
        try {
            open = Optional.empty();
            shelf.leaveGap();
        } finally {
            appending.unlock();
        }
    }

    @Override
    public List<Kept> entries(long after, int most) {
        var found = new ArrayList<Kept>();
        long passed = after;
        Iterator<String> names = shelf.holding(after).iterator();
        while (names.hasNext() && found.size() < most) {
            for (Frame frame : read(names.next())) {
                if (frame.ordinal() > after && found.size() < most) {
                    kept(frame).ifPresent(found::add);
                    passed = frame.ordinal();
                }
            }
        }
        if (found.isEmpty() && passed > after) {
            forget(passed);
        }
        return List.copyOf(found);
    }

    private List<Frame> read(String name) {
        try {
            return Frames.scan(disk.read(name)).frames();
        } catch (IOException unreadable) {
            throw new StoreUnavailable("the journal cannot be read", unreadable);
        }
    }

    /** What another version wrote and this one cannot read is for people to look at; the rest goes on. */
    private Optional<Kept> kept(Frame frame) {
        try {
            return Optional.of(new Kept(frame.ordinal(), EntryCodec.read(frame.payload())));
        } catch (IllegalArgumentException ofAnotherVersion) {
            LOG.log(Level.ERROR, "entry {0} of the journal cannot be understood, and is kept apart", frame.ordinal());
            aside(Shelf.asideName(frame.ordinal()), frame.bytes());
            return Optional.empty();
        }
    }

    @Override
    public void forget(long upTo) {
        appending.lock();
        try {
            List<String> over = shelf.forget(upTo);
            open.filter(segment -> over.contains(segment.name())).ifPresent(this::drop);
            for (String name : over) {
                disk.delete(name);
            }
            if (!over.isEmpty()) {
                disk.force();
                isFailing = false;
            }
        } catch (IOException later) {
            LOG.log(Level.WARNING, "a file of the journal that is done with could not be deleted: {0}", later.getMessage());
        } finally {
            appending.unlock();
        }
    }

    private void drop(Segment segment) {
        open = Optional.empty();
        try {
            segment.forget();
        } catch (IOException harmless) {
            LOG.log(Level.DEBUG, "a file of the journal could not be closed", harmless);
        }
    }

    @Override
    public void setAside(Kept entry) {
        aside(Shelf.asideName(entry.ordinal()), new Frame(entry.ordinal(), EntryCodec.write(entry.entry())).bytes());
    }

    private void aside(String name, byte[] bytes) {
        try {
            Shelf.keep(disk, name, bytes);
        } catch (IOException noRoom) {
            throw new StoreUnavailable("an entry of the journal cannot be kept apart", noRoom);
        }
    }

    @Override
    public long size() {
        return shelf.size();
    }

    @Override
    public boolean hasRoom() {
        return !isFailing && shelf.bytes() + ROOM <= limit;
    }

    @Override
    public void close() {
        appending.lock();
        try {
            if (open.isPresent()) {
                open.get().close();
            }
            disk.close();
        } catch (IOException harmless) {
            LOG.log(Level.DEBUG, "the journal could not be closed", harmless);
        } finally {
            appending.unlock();
        }
    }
}
