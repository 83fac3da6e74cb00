package dev.parley.webhook;

import dev.parley.ports.notify.PostOutcome;
import dev.parley.webhook.Target.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnectionFactory;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;

/**
 * Hands a request over, once, and reads what is said to it. Thread-safe.
 *
 * @param fence what may be called
 * @param wire where sockets come from
 * @param limit how long all of it may take
 */
record Messenger(Fence fence, Wire wire, TimeLimit limit) {

    /** The head of an answer has as much room as browsers give it; without limits HttpCore takes any number of headers. */
    private static final Http1Config HEAD = Http1Config.custom().setMaxLineLength(8 * 1024).setMaxHeaderCount(100).build();

    private static final DefaultBHttpClientConnectionFactory HTTP = DefaultBHttpClientConnectionFactory.builder()
            .http1Config(HEAD)
            .responseParserFactory(new DefaultHttpResponseParserFactory(HEAD))
            .build();

    /**
     * Blocks until there is an answer, or none can come any more.
     *
     * @param now what an HTTP date in the answer is counted from
     */
    PostOutcome deliver(ClassicHttpRequest request, Endpoint endpoint, Instant now) {
        return limit.run(() -> attempt(request, endpoint, now))
                .orElseGet(() -> (Thread.currentThread().isInterrupted() ? Fault.STOPPED : Fault.TIMED_OUT).outcome());
    }

    private PostOutcome attempt(ClassicHttpRequest request, Endpoint endpoint, Instant now) {
        return switch (fence.to(endpoint)) {
            case Passage.Blocked() -> Fault.NOT_ALLOWED.outcome();
            case Passage.Unknown() -> Fault.NOT_RESOLVED.outcome();
            case Passage.Open(List<InetAddress> addresses) -> exchange(request, endpoint, addresses, now);
        };
    }

    private PostOutcome exchange(ClassicHttpRequest request, Endpoint endpoint, List<InetAddress> addresses, Instant now) {
        try {
            DefaultBHttpClientConnection connection = HTTP.createConnection(wire.open(endpoint, addresses));
            try {
                ClassicHttpResponse response = new HttpRequestExecutor().execute(request, connection, HttpCoreContext.create());
                return Answer.read(response, now);
            } finally {
                connection.close(CloseMode.GRACEFUL);
            }
        } catch (IOException | HttpException | IllegalArgumentException failed) {
            // The last is what HttpCore makes of status 0.
            return Fault.of(failed).outcome();
        }
    }
}
