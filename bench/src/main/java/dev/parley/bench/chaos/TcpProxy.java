package dev.parley.bench.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A bad network between the server and another machine: passes bytes on slowly, in slices, not at all, or breaks off. Thread-safe. */
public final class TcpProxy implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private final int target;
    private volatile ServerSocket listener;
    private volatile Toxic toxic = Toxic.NONE;

    /**
     * How bad it is.
     *
     * @param latencyMillis before each piece
     * @param slice how many bytes pass at once; 0 for all
     * @param isBlackHole whether pieces vanish until it is better
     */
    public record Toxic(int latencyMillis, int slice, boolean isBlackHole) {

        /** A good network. */
        public static final Toxic NONE = new Toxic(0, 0, false);
        /** Nothing passes, and nobody is told. */
        public static final Toxic BLACK_HOLE = new Toxic(0, 0, true);
    }

    /** Listens on a free port for a port of this machine. */
    public TcpProxy(int target) {
        this.target = target;
        try {
            listener = listen(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.port = listener.getLocalPort();
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** From now on. */
    public void set(Toxic now) {
        toxic = now;
    }

    /** Breaks every connection off, so that the other side sees a reset. */
    public void reset() {
        open.forEach(this::breakOff);
    }

    private void breakOff(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException _) {
            open.remove(socket);
        }
    }

    /** Whether it listens at all. */
    public void setRefusing(boolean refuses) {
        try {
            if (refuses) {
                listener.close();
                reset();
            } else if (listener.isClosed()) {
                listener = listen(port);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerSocket listen(int at) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 1024);
        threads.execute(() -> accept(socket));
        return socket;
    }

    private void accept(ServerSocket at) {
        while (!at.isClosed()) {
            try {
                Socket near = at.accept();
                if (at.isClosed()) {
                    // It came in between: closing takes effect when whoever accepts has seen it.
                    breakOff(near);
                } else {
                    threads.execute(() -> connect(near));
                }
            } catch (IOException _) {
                // Closed: nobody is let in any more.
                return;
            }
        }
    }

    private void connect(Socket near) {
        try {
            var far = new Socket(InetAddress.getLoopbackAddress(), target);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            open.add(near);
            open.add(far);
            threads.execute(() -> pump(near, far));
            threads.execute(() -> pump(far, near));
        } catch (IOException _) {
            close(near);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (from; to) {
            InputStream in = from.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                pass(Arrays.copyOf(buffer, read), to);
            }
        } catch (IOException _) {
            // One end is gone, so both are closed.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void pass(byte[] bytes, Socket to) throws IOException {
        Toxic now = toxic;
        while (now.isBlackHole()) {
            if (to.isClosed()) {
                throw new SocketException("gone");
            }
            LockSupport.parkNanos(50_000_000);
            now = toxic;
        }
        OutputStream out = to.getOutputStream();
        int slice = now.slice() == 0 ? Math.max(1, bytes.length) : now.slice();
        for (int at = 0; at < bytes.length; at += slice) {
            LockSupport.parkNanos(now.latencyMillis() * 1_000_000L);
            out.write(bytes, at, Math.min(slice, bytes.length - at));
            out.flush();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }

    @Override
    public void close() {
        setRefusing(true);
        threads.shutdownNow();
    }
}
