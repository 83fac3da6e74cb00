package dev.parley.bench.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A small HTTP server that reads bodies and answers each with JSON: no vendor is as fast. Thread-safe. */
final class StandIn implements AutoCloseable {

    private static final int BACKLOG = 4096;

    private final ServerSocket door;
    private final UnaryOperator<String> site;
    private final int status;

    private StandIn(ServerSocket door, UnaryOperator<String> site, int status) {
        this.door = door;
        this.site = site;
        this.status = status;
    }

    /** Answers each body with what {@code site} makes of it; it may take its time, on a thread of its own. */
    static StandIn of(int status, UnaryOperator<String> site) throws IOException {
        var standIn = new StandIn(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), site, status);
        Thread.ofPlatform().daemon().name("stand-in").start(standIn::welcome);
        return standIn;
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void welcome() {
        try {
            while (true) {
                Socket guest = door.accept();
                Thread.ofVirtual().start(() -> serve(guest));
            }
        } catch (IOException closed) {
            // That is how it ends.
        }
    }

    private void serve(Socket guest) {
        try (guest) {
            guest.setTcpNoDelay(true);
            var in = new BufferedInputStream(guest.getInputStream(), 8192);
            while (true) {
                guest.getOutputStream().write(answer(site.apply(body(in))));
            }
        } catch (IOException gone) {
            // A guest who hangs up has all he wanted.
        }
    }

    private byte[] answer(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        return (head + json).getBytes(StandardCharsets.UTF_8);
    }

    private static String body(InputStream in) throws IOException {
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring("content-length:".length()).strip());
            }
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("no more requests");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
