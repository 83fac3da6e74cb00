package dev.parley.app.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.Status;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.InstantSource;
import java.util.Set;

/** Makes the connections: HTTP/1.1 only, well framed, and not for ever. Thread-safe. */
final class Connections implements ServerConnectionSelector {

    // A text of 1,600 characters in the address of a GET, each as three escaped bytes, and what comes with it.
    private static final int LONGEST_REQUEST_LINE = 24 * 1024;

    private final InstantSource clock;
    private final Watchdog watchdog;
    private final Http1ConnectionSelector http1;

    Connections(InstantSource clock, Watchdog watchdog) {
        this.clock = clock;
        this.watchdog = watchdog;
        this.http1 = Http1ConnectionSelector.builder()
                .config(
                        Http1Config.builder()
                                .maxPrologueLength(LONGEST_REQUEST_LINE)
                                // It refuses a colon in a query, where times have two; Framing looks instead.
                                .validatePrologue(false)
                                // They would write texts and keys into a log.
                                .receiveLog(false)
                                .sendLog(false)
                                .addReceiveListener(new Framing())
                                .addSendListener(new Answers())
                                .build())
                .build();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        return http1.connection(new WatchedConnection(context, clock, watchdog));
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http1.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return http1.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http1.supportedApplicationProtocols();
    }

    /** Tells a connection that it has answered, and whether that was the last time. */
    private static final class Answers implements Http1ConnectionListener {
        @Override
        public void status(ConnectionContext context, Status status) {
            ((WatchedConnection) context).answered();
        }

        @Override
        public void headers(ConnectionContext context, Headers headers) {
            if (headers.contains(HeaderValues.CONNECTION_CLOSE)) {
                ((WatchedConnection) context).last();
            }
        }
    }
}
