package dev.parley.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A way to a database server that can be cut, so that nobody is there, or held, so that nobody answers. */
final class Relay implements AutoCloseable {

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean isHeld;
    private volatile boolean isCut;

    private Relay(int target) throws IOException {
        this.target = target;
        door = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::serve);
    }

    /** One before the server of these settings. */
    static Relay before(Map<String, String> database) throws IOException {
        String url = database.getOrDefault("PARLEY_DB_URL", "");
        return new Relay(Integer.parseInt(url.replaceAll(".*:([0-9]+)/.*", "$1")));
    }

    /** The same settings, by this way. */
    Map<String, String> through(Map<String, String> database) {
        var changedSettings = new HashMap<>(database);
        changedSettings.computeIfPresent("PARLEY_DB_URL", (_, url) -> url.replace(":" + target + "/", ":" + door.getLocalPort() + "/"));
        return changedSettings;
    }

    void cut() throws IOException {
        isCut = true;
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    /** Lets nothing through, and says nothing. */
    void hold() {
        setHeld(true);
    }

    void mend() {
        isCut = false;
        setHeld(false);
    }

    @Override
    public void close() throws IOException {
        mend();
        cut();
        door.close();
    }

    private void setHeld(boolean held) {
        lock.lock();
        try {
            isHeld = held;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (isCut) {
            client.close();
            return;
        }
        var server = new Socket(InetAddress.ofLiteral("127.0.0.1"), target);
        sockets.add(client);
        sockets.add(server);
        pump(client, server);
        pump(server, client);
    }

    private void pump(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
                var buffer = new byte[8192];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    waitUntilReleased();
                    out.write(buffer, 0, read);
                }
            } catch (IOException cut) {
                // The other direction ends too, by the streams that close here.
            }
        });
    }

    private void waitUntilReleased() {
        lock.lock();
        try {
            while (isHeld) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
