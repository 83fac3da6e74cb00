package dev.parley.testkit.provider;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The provider's API, on a port of the loopback: counts requests and does with each what the script says; the last line of the
 * script holds for all that follow. Thread-safe.
 */
final class VendorApi implements AutoCloseable {

    private static final int BACKLOG = 64;

    private final ServerSocket server;
    private final Queue<Reply> script;
    private final Reply last;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    VendorApi(List<Reply> replies) {
        script = new ConcurrentLinkedQueue<>(replies);
        last = replies.getLast();
        server = open();
        Thread.ofVirtual().name("vendor-api").start(this::accept);
    }

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, BACKLOG, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException("no port of the loopback is free", e);
        }
    }

    /** Lets somebody try an address where nobody listens. */
    static void nobody(Consumer<URI> trial) {
        // Bound, so that nobody else gets the port, and never listening.
        try (var port = new Socket()) {
            port.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            trial.accept(at(port.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return at(server.getLocalPort());
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What has come so far. */
    List<Received> received() {
        return List.copyOf(received);
    }

    /** How many answers nobody has asked for. */
    int unused() {
        return script.size();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                connections.add(connection);
                Thread.ofVirtual().name("vendor-api").start(() -> serve(connection));
            }
        } catch (IOException _) {
            // Closed: that is the only way in which this ends.
        }
    }

    private void serve(Socket connection) {
        try (connection; InputStream in = new BufferedInputStream(connection.getInputStream())) {
            var reader = new RequestReader(in, connection.getOutputStream());
            while (reader.next() instanceof RequestReader.Next.Request(Received request)) {
                received.add(request);
                Reply reply = script.poll();
                if (!reply(connection, reply == null ? last : reply)) {
                    return;
                }
            }
        } catch (IOException _) {
            // The adapter has hung up, as it may.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the connection can be used again. */
    private boolean reply(Socket connection, Reply reply) throws IOException, InterruptedException {
        connection.getOutputStream().write(reply.bytes());
        connection.getOutputStream().flush();
        switch (reply.how()) {
            case KEEP, CLOSE -> {}
            case RESET -> connection.setOption(java.net.StandardSocketOptions.SO_LINGER, 0);
            case HANG -> closed.await();
            case DRIBBLE -> dribble(connection);
        }
        return reply.how() == Reply.How.KEEP;
    }

    private void dribble(Socket connection) throws IOException, InterruptedException {
        while (!closed.await(1, TimeUnit.SECONDS)) {
            connection.getOutputStream().write(' ');
            connection.getOutputStream().flush();
        }
    }
}
