package dev.parley.app.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.ServerConnectionException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * A connection on which a request must arrive within ten seconds, from its first byte to the last of its body, and on which
 * nothing is read after the last answer. Helidon bounds the wait for each byte only, so that one byte every few seconds
 * would hold a connection for ever; and it reads on after an answer that said "close", so that a body nobody read would be
 * taken for the next request. Used by one thread at a time.
 */
final class WatchedConnection implements ConnectionContext {

    static final Duration LIMIT = Duration.ofSeconds(10);

    private final ConnectionContext context;
    private final InstantSource clock;
    private final DataReader reader = new StrictReader(this::pull, this::isOver);
    private Instant deadline = Instant.MAX;
    private boolean isLast;

    WatchedConnection(ConnectionContext context, InstantSource clock) {
        this.context = context;
        this.clock = clock;
    }

    /** No request comes after the present one. */
    void last() {
        isLast = true;
    }

    /** The present request is answered: whatever comes next is another one. */
    void answered() {
        deadline = Instant.MAX;
    }

    private boolean isOver() {
        return isLast && isBetweenRequests();
    }

    private boolean isBetweenRequests() {
        return deadline.equals(Instant.MAX);
    }

    private byte[] pull() {
        byte[] bytes = receive();
        Instant now = clock.instant();
        if (isBetweenRequests()) {
            deadline = now.plus(LIMIT);
        } else if (now.isAfter(deadline)) {
            throw tooSlow();
        }
        return bytes;
    }

    private byte[] receive() {
        try {
            DataReader socket = context.dataReader();
            socket.ensureAvailable();
            return socket.readBytes(socket.available());
        } catch (ServerConnectionException lost) {
            throw !isBetweenRequests() && isTimeout(lost) ? tooSlow() : lost;
        }
    }

    private static boolean isTimeout(ServerConnectionException lost) {
        return lost.getCause() instanceof UncheckedIOException io && io.getCause() instanceof SocketTimeoutException;
    }

    private static RequestException tooSlow() {
        return RequestException.builder().type(EventType.OTHER).status(Status.REQUEST_TIMEOUT_408).setKeepAlive(false).build();
    }

    @Override
    public DataReader dataReader() {
        return reader;
    }

    @Override
    public ListenerContext listenerContext() {
        return context.listenerContext();
    }

    @Override
    public ExecutorService executor() {
        return context.executor();
    }

    @Override
    public DataWriter dataWriter() {
        return context.dataWriter();
    }

    @Override
    public Router router() {
        return context.router();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
        return context.proxyProtocolData();
    }

    @Override
    public HelidonSocket serverSocket() {
        return context.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
        return context.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return context.localPeer();
    }

    @Override
    public boolean isSecure() {
        return context.isSecure();
    }

    @Override
    public String socketId() {
        return context.socketId();
    }

    @Override
    public String childSocketId() {
        return context.childSocketId();
    }
}
