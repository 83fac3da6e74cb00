package dev.parley.journal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A folder of files, and which of it would be there after the machine has lost power. Thread-safe. */
interface Disk extends Closeable {

    /** The names of its files, in order. */
    List<String> names() throws IOException;

    /** Makes a file to append to. Its name outlives the machine after {@link #force}. */
    Tape create(String name) throws IOException;

    /** What is in a file. */
    byte[] read(String name) throws IOException;

    /** Deletes a file. It stays deleted after {@link #force}. */
    void delete(String name) throws IOException;

    /** Makes outlive the machine which files there are. */
    void force() throws IOException;

    @Override
    void close() throws IOException;

    /** A file that is appended to. Used by one thread at a time, but for {@link #force}. */
    interface Tape extends Closeable {

        /** Appends; of what does not fit a part may have been written. */
        void write(byte[] bytes) throws IOException;

        /** Cuts off what is beyond that length. */
        void truncate(long length) throws IOException;

        /** Makes outlive the machine what was written before. */
        void force() throws IOException;

        @Override
        void close() throws IOException;
    }
}
