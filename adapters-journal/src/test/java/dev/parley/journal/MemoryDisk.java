package dev.parley.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A disk in memory, which can lose power, run full and fail to force. */
final class MemoryDisk implements Disk {

    private final Map<String, File> files = new TreeMap<>();
    private final Map<String, File> durableNames = new TreeMap<>();
    private long room = Long.MAX_VALUE;
    private boolean isForceBroken;
    private int forces;

    /** A file, and how much of it is durable. */
    private static final class File {

        private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int durable;

        void cut(int length) {
            byte[] before = bytes.toByteArray();
            bytes = new ByteArrayOutputStream();
            bytes.write(before, 0, length);
            durable = Math.min(durable, length);
        }
    }

    /** What is left when the machine loses power: only what was forced. */
    synchronized MemoryDisk afterPowerLoss() {
        var left = new MemoryDisk();
        durableNames.forEach((name, file) -> left.put(name, Arrays.copyOf(file.bytes.toByteArray(), file.durable)));
        return left;
    }

    /** What is left when only the process dies. */
    synchronized MemoryDisk afterKill() {
        var left = new MemoryDisk();
        files.forEach((name, file) -> left.put(name, file.bytes.toByteArray()));
        return left;
    }

    synchronized void put(String name, byte[] bytes) {
        var file = new File();
        file.bytes.writeBytes(bytes);
        file.durable = bytes.length;
        files.put(name, file);
        durableNames.put(name, file);
    }

    synchronized void leaveRoom(long bytes) {
        room = bytes;
    }

    synchronized void breakForce(boolean isBroken) {
        isForceBroken = isBroken;
    }

    synchronized int forces() {
        return forces;
    }

    @Override
    public synchronized List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public synchronized Tape create(String name) throws IOException {
        var file = new File();
        if (files.putIfAbsent(name, file) != null) {
            throw new IOException(name + " is there");
        }
        return new MemoryTape(file);
    }

    @Override
    public synchronized byte[] read(String name) throws IOException {
        File file = files.get(name);
        if (file == null) {
            throw new IOException(name + " is not there");
        }
        return file.bytes.toByteArray();
    }

    @Override
    public synchronized void delete(String name) {
        files.remove(name);
    }

    @Override
    public synchronized void force() throws IOException {
        checkForce();
        durableNames.clear();
        durableNames.putAll(files);
    }

    @Override
    public void close() {}

    private void checkForce() throws IOException {
        if (isForceBroken) {
            throw new IOException("the disk does not obey");
        }
    }

    private final class MemoryTape implements Tape {

        private final File file;

        MemoryTape(File file) {
            this.file = file;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            synchronized (MemoryDisk.this) {
                int fitting = (int) Math.min(room, bytes.length);
                file.bytes.write(bytes, 0, fitting);
                room -= fitting;
                if (fitting < bytes.length) {
                    throw new IOException("No space left on device");
                }
            }
        }

        @Override
        public void truncate(long length) {
            synchronized (MemoryDisk.this) {
                room += file.bytes.size() - length;
                file.cut((int) length);
            }
        }

        @Override
        public void force() throws IOException {
            synchronized (MemoryDisk.this) {
                checkForce();
                forces++;
                file.durable = file.bytes.size();
            }
        }

        @Override
        public void close() {}
    }
}
