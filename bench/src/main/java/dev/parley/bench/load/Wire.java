package dev.parley.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive HTTP/1.1 connection to this machine, with as little of our own between two sockets as will do. Of one thread. */
final class Wire implements AutoCloseable {

    private static final String LENGTH = "\r\ncontent-length:";
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final byte[] buffer = new byte[16_384];
    private int filled;

    Wire(int port) throws IOException {
        socket = new Socket();
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
    }

    /** Asks, and waits for the whole answer. */
    Answer ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        filled = 0;
        InputStream in = socket.getInputStream();
        int head = -1;
        while (head < 0) {
            more(in);
            head = endOfHead();
        }
        String text = new String(buffer, 0, head, StandardCharsets.ISO_8859_1);
        int length = length(text);
        while (filled < head + length) {
            more(in);
        }
        int status = Integer.parseInt(text.substring(9, 12));
        return new Answer(status, new String(buffer, head, length, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void more(InputStream in) throws IOException {
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read <= 0) {
            throw new EOFException("the answer ends, or is longer than " + buffer.length + " bytes");
        }
        filled += read;
    }

    private int endOfHead() {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private static int length(String head) {
        int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        return at < 0 ? 0 : Integer.parseInt(head.substring(at + LENGTH.length(), head.indexOf('\r', at + 2)).strip());
    }

    /**
     * What came back.
     *
     * @param status HTTP's
     * @param body as text
     */
    record Answer(int status, String body) {}
}
