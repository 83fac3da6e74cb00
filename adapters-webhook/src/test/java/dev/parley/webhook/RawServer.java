package dev.parley.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** A server that does exactly what a test says, on every local address, and remembers who came. */
final class RawServer implements AutoCloseable {

    /** What it does with one connection; the socket is closed afterwards. */
    interface Script {
        void serve(Socket socket) throws IOException, InterruptedException;
    }

    private final ServerSocket listener;
    private final Script script;
    private final List<Integer> visitors = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> endings = new LinkedBlockingQueue<>();

    RawServer(Script script) throws IOException {
        this(script, new ServerSocket(0));
    }

    RawServer(Script script, ServerSocket listener) {
        this.script = script;
        this.listener = listener;
        Thread.ofVirtual().start(this::accept);
    }

    /** One that reads the request, says this and closes. */
    static RawServer saying(String answer) throws IOException {
        return new RawServer(socket -> socket.getOutputStream().write(answer.getBytes(ISO_8859_1)));
    }

    /** One that answers with this status and body. */
    static RawServer answering(int status, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        return saying(
                "HTTP/1.1 %d Whatever\r\n%sContent-Length: %d\r\n\r\n%s".formatted(
                        status,
                        headers,
                        bytes.length,
                        new String(bytes, ISO_8859_1)));
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How many connections there have been. Connections are accepted in their order, so one of our own shows that none waits. */
    int connections() throws IOException {
        try (var own = new Socket(InetAddress.getLoopbackAddress(), port())) {
            while (!visitors.contains(own.getLocalPort())) {
                Thread.onSpinWait();
            }
            visitors.removeIf(port -> port == own.getLocalPort());
            return visitors.size();
        }
    }

    /** The requests, head and body. */
    List<String> requests() {
        return requests;
    }

    /** How the script of the oldest connection ended: {@code done}, {@code no request}, or the words of an exception. Waits for it. */
    String ending() throws InterruptedException {
        return endings.take();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                visitors.add(socket.getPort());
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String request = request(socket.getInputStream());
            if (request.isEmpty()) {
                endings.add("no request");
                return;
            }
            requests.add(request);
            script.serve(socket);
            endings.add("done");
        } catch (IOException | InterruptedException ended) {
            endings.add(String.valueOf(ended.getMessage()));
        }
    }

    private static String request(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        String text = head.toString(ISO_8859_1);
        int length = text.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                .sum();
        return text + new String(in.readNBytes(length), UTF_8);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }
}
