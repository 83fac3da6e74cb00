package dev.parley.app.http;

import dev.parley.ports.out.IdSource;
import dev.parley.ports.out.StoreUnavailable;
import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes problems of exceptions: of those that HTTP itself knows, of a store that is away, and of bugs. Thread-safe. */
final class Faults implements DirectHandler {

    private static final System.Logger LOG = System.getLogger(Faults.class.getName());

    private final IdSource ids;

    Faults(IdSource ids) {
        this.ids = ids;
    }

    /** What is thrown while a request is routed and answered. */
    void register(HttpRouting.Builder routing) {
        routing.error(HttpException.class, Faults::refused)
                .error(StoreUnavailable.class, (request, response, _) -> send(503, request, response))
                .error(Throwable.class, Faults::broken);
    }

    /** What is wrong before there is a request. */
    DirectHandlers direct() {
        var handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, this);
        }
        return handlers.build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType eventType,
            Status defaultStatus,
            ServerResponseHeaders responseHeaders,
            Throwable thrown,
            System.@Nullable Logger logger) {
        return handle(request, eventType, isMisread(thrown) ? Status.BAD_REQUEST_400 : defaultStatus, responseHeaders, "");
    }

    // Helidon takes it for a fault of its own, and logs it with what was sent, when a method has a bad letter or a request no end.
    private static boolean isMisread(Throwable thrown) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
                .anyMatch(t -> t instanceof IllegalArgumentException || t instanceof InsufficientDataAvailableException);
    }

    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType eventType,
            Status defaultStatus,
            ServerResponseHeaders responseHeaders,
            String message) {
        var id = new RequestId(ids.next());
        Reply reply = Problem.of(defaultStatus.code()).reply(id);
        var answer = TransportResponse.builder().status(defaultStatus).headers(responseHeaders).keepAlive(false);
        reply.headers().forEach((name, value) -> answer.header(HeaderNames.create(name), value));
        answer.header(HeaderNames.create("X-Request-Id"), id.toString());
        // After a request that was not understood nobody knows where the next one begins.
        answer.header(HeaderValues.CONNECTION_CLOSE);
        return request.method().equals("HEAD") ? answer.build() : answer.entity(reply.body().getBytes(StandardCharsets.UTF_8)).build();
    }

    private static void refused(ServerRequest request, ServerResponse response, HttpException refusal) {
        if (!refusal.keepAlive()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        send(refusal.status().code(), request, response);
    }

    private static void broken(ServerRequest request, ServerResponse response, Throwable bug) {
        LOG.log(Level.ERROR, "Request " + RequestId.of(request) + " (" + request.prologue().method() + ") failed", bug);
        send(500, request, response);
    }

    private static void send(int status, ServerRequest request, ServerResponse response) {
        Entrance.send(Problem.of(status).reply(RequestId.of(request)), request, response);
    }
}
