package dev.parley.app.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.ServerConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * A connection on which a request must arrive in time, from its first byte to the last of its body, and on which nothing is
 * read after the last answer. Helidon waits for bytes without end, whatever read timeout it is told, so that half a request
 * would hold a connection for ever; and it reads on after an answer that said "close", so that a body nobody read would be
 * taken for the next request. Used by one thread at a time.
 */
final class WatchedConnection implements ConnectionContext {

    private final ConnectionContext context;
    private final InstantSource clock;
    private final Watchdog watchdog;
    private final DataReader reader = new StrictReader(this::pull, this::isOver);
    private final DataWriter writer;
    private Instant deadline = Instant.MAX;
    private Duration patience;
    private boolean isLast;

    WatchedConnection(ConnectionContext context, InstantSource clock, Watchdog watchdog) {
        this.context = context;
        this.clock = clock;
        this.watchdog = watchdog;
        this.writer = new PartingWriter(context.dataWriter());
        this.patience = idle();
    }

    /** No request comes after the present one. */
    void last() {
        isLast = true;
    }

    /** The present request is answered: whatever comes next is another one. */
    void answered() {
        deadline = Instant.MAX;
        patience = idle();
    }

    private Duration idle() {
        return context.listenerContext().config().idleConnectionTimeout();
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
            deadline = now.plus(watchdog.limit());
        } else if (now.isAfter(deadline)) {
            throw tooSlow();
        }
        patience = Duration.between(now, deadline);
        return bytes;
    }

    private byte[] receive() {
        Future<?> guard = watchdog.closeAfter(patience, context.serverSocket());
        try {
            DataReader socket = context.dataReader();
            socket.ensureAvailable();
            return socket.readBytes(socket.available());
        } catch (ServerConnectionException lost) {
            // Anything else would be answered, and logged as a fault of ours: everybody could fill the log by going away.
            throw new CloseConnectionException("The client went away or was too slow", lost);
        } finally {
            guard.cancel(false);
        }
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
        return writer;
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
