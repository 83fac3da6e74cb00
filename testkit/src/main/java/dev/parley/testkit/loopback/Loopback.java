package dev.parley.testkit.loopback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** This machine as the whole world, for a while. */
public final class Loopback implements AutoCloseable {

    /** The resolver belongs to the JVM, which makes it itself: there is no other way to reach it. */
    private static final AtomicReference<@Nullable Loopback> CLOSED = new AtomicReference<>();

    /** Port 9 discards what it is sent, and hardly anybody listens there. */
    private static final Proxy NOWHERE = new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), 9));

    private final Consumer<String> asked;
    private final @Nullable ProxySelector before;

    private Loopback(Consumer<String> asked) {
        this.asked = asked;
        this.before = ProxySelector.getDefault();
    }

    /**
     * From now on other hosts do not exist.
     *
     * @param asked told of every host that somebody wanted to reach, from any thread
     * @return to be closed when they exist again
     */
    public static Loopback only(Consumer<String> asked) {
        Loopback loopback = new Loopback(asked);
        CLOSED.set(loopback);
        ProxySelector.setDefault(new Selector());
        return loopback;
    }

    @Override
    public void close() {
        CLOSED.set(null);
        ProxySelector.setDefault(before);
    }

    /** Whether a host is not to be reached just now; if so, somebody is told of it. */
    static boolean refuses(String host) {
        Loopback closed = CLOSED.get();
        if (closed == null || isLocal(host)) {
            return false;
        }
        closed.asked.accept(host);
        return true;
    }

    private static boolean isLocal(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost") || name.startsWith("127.") || name.matches("\\[?::1]?");
    }

    /** Sees hosts that are written as numbers, which nobody resolves. */
    private static final class Selector extends ProxySelector {

        @Override
        public List<Proxy> select(URI uri) {
            return List.of(uri.getHost() != null && refuses(uri.getHost()) ? NOWHERE : Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException cause) {
            // Whoever wanted to connect is told by its own exception.
        }
    }
}
