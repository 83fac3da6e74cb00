package dev.parley.journal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * How entries lie in a file, one after the other: the length of the payload (4 bytes), a CRC-32C of all that follows (4), the
 * ordinal (8), the payload. Numbers are big-endian.
 */
final class Frames {

    static final int HEADER = Integer.BYTES + Integer.BYTES + Long.BYTES;

    /** What a webhook says fits its body many times over: a greater length is none. */
    private static final int LONGEST = 1 << 20;

    private Frames() {}

    /** An entry as it lies in a file. */
    static final class Frame {

        private final long ordinal;
        private final byte[] payload;

        Frame(long ordinal, byte[] payload) {
            this.ordinal = ordinal;
            this.payload = payload;
        }

        long ordinal() {
            return ordinal;
        }

        byte[] payload() {
            return payload;
        }

        byte[] bytes() {
            ByteBuffer frame = ByteBuffer.allocate(HEADER + payload.length);
            frame.putInt(payload.length).putInt(0).putLong(ordinal).put(payload);
            return frame.putInt(Integer.BYTES, crc(frame.array(), 0, payload.length)).array();
        }
    }

    /**
     * What was found in a file.
     *
     * @param frames what is as it was written
     * @param damaged what is not, in between or at the end
     */
    record Scan(List<Frame> frames, List<byte[]> damaged) {}

    /** Entries as they lie in a file, one after the other. */
    static byte[] bytes(long first, List<byte[]> payloads) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < payloads.size(); i++) {
            bytes.writeBytes(new Frame(first + i, payloads.get(i)).bytes());
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a file. What a process had begun to write when it died is left out: nobody was told that it is safe. Whatever else
     * cannot be read is damaged, up to where a frame begins again.
     */
    static Scan scan(byte[] file) {
        var scan = new Scan(new ArrayList<>(), new ArrayList<>());
        int at = 0;
        while (at < file.length) {
            if (isFrame(file, at)) {
                Frame frame = frame(file, at);
                scan.frames().add(frame);
                at += HEADER + frame.payload().length;
            } else {
                int next = nextFrame(file, at + 1);
                if (next < file.length || !isBeginning(file, at)) {
                    scan.damaged().add(Arrays.copyOfRange(file, at, next));
                }
                at = next;
            }
        }
        return scan;
    }

    private static boolean isFrame(byte[] file, int at) {
        if (file.length - at < HEADER) {
            return false;
        }
        ByteBuffer header = ByteBuffer.wrap(file, at, HEADER);
        int length = header.getInt();
        return length >= 0 && length <= file.length - at - HEADER && crc(file, at, length) == header.getInt();
    }

    /** Whether this may be the beginning of a frame whose end was not written. */
    private static boolean isBeginning(byte[] file, int at) {
        int there = file.length - at;
        if (there < HEADER) {
            return true;
        }
        int length = ByteBuffer.wrap(file, at, HEADER).getInt();
        return length >= 0 && length <= LONGEST && there < HEADER + length;
    }

    private static Frame frame(byte[] file, int at) {
        ByteBuffer header = ByteBuffer.wrap(file, at, HEADER);
        int payload = at + HEADER;
        return new Frame(header.getLong(at + 2 * Integer.BYTES), Arrays.copyOfRange(file, payload, payload + header.getInt(at)));
    }

    private static int nextFrame(byte[] file, int from) {
        int at = from;
        while (at < file.length && !isFrame(file, at)) {
            at++;
        }
        return at;
    }

    private static int crc(byte[] file, int at, int length) {
        var crc = new CRC32C();
        crc.update(file, at + 2 * Integer.BYTES, Long.BYTES + length);
        return (int) crc.getValue();
    }
}
