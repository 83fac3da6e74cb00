package dev.parley.journal;

import dev.parley.journal.Disk.Tape;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The file that is appended to. Whoever appended waits for {@link #force}; of those who wait at once, one does it for all that
 * was written until then. Appending is for one thread at a time, forcing for any.
 */
final class Segment {

    private final String name;
    private final Tape tape;
    private final ReentrantLock forcing = new ReentrantLock();
    private volatile long written;
    private long forced;
    private boolean isBroken;
    private boolean isForgotten;

    Segment(String name, Tape tape) {
        this.name = name;
        this.tape = tape;
    }

    String name() {
        return name;
    }

    long written() {
        return written;
    }

    /**
     * Appends; what could be written only in part is cut off again.
     *
     * @return false when there was no room
     * @throws IOException when nothing can be written behind it
     */
    boolean write(byte[] bytes) throws IOException {
        long before = written;
        try {
            tape.write(bytes);
            written = before + bytes.length;
            return true;
        } catch (IOException noRoom) {
            tape.truncate(before);
            return false;
        }
    }

    /** Returns when everything up to there would outlive the machine, or what was there is needed no more. */
    void force(long upTo) throws IOException {
        forcing.lock();
        try {
            if (forced >= upTo || isForgotten) {
                return;
            }
            if (isBroken) {
                throw new IOException("what was written could not be forced");
            }
            long reached = written;
            isBroken = true;
            tape.force();
            isBroken = false;
            forced = reached;
        } finally {
            forcing.unlock();
        }
    }

    /** Closes the file, of which nothing is needed any more: whoever still waits has nothing to wait for. */
    void forget() throws IOException {
        forcing.lock();
        try {
            isForgotten = true;
            tape.close();
        } finally {
            forcing.unlock();
        }
    }

    /** Closes the file when the process ends. */
    void close() throws IOException {
        force(written);
        forcing.lock();
        try {
            tape.close();
        } finally {
            forcing.unlock();
        }
    }
}
