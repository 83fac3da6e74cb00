package dev.parley.app.http;

import dev.parley.ports.out.IdSource;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;

/**
 * Every request comes in here and every answer goes out here. Thread-safe.
 */
final class Entrance implements Filter {

    private static final String REQUEST_ID = "X-Request-Id";

    private final IdSource ids;

    Entrance(IdSource ids) {
        this.ids = ids;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        request.context().register(new RequestId(ids.next()));
        chain.proceed();
    }

    /** Sends an answer. */
    static void send(Reply reply, ServerRequest request, ServerResponse response) {
        reply.headers().forEach(response::header);
        response.header(REQUEST_ID, RequestId.of(request).toString());
        response.header("Cache-Control", "no-store");
        response.header("X-Content-Type-Options", "nosniff");
        if (isBodyStillToCome(request)) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        response.status(reply.status());
        sendBody(reply.body().getBytes(StandardCharsets.UTF_8), request, response);
    }

    private static void sendBody(byte[] body, ServerRequest request, ServerResponse response) {
        if (body.length == 0) {
            response.send();
        } else if (request.prologue().method().equals(Method.HEAD)) {
            response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
            response.send();
        } else {
            response.send(body);
        }
    }

    // A client that waits for "100 Continue" may send its body after our refusal, or may not: only a new connection is clear.
    private static boolean isBodyStillToCome(ServerRequest request) {
        return request.headers().contains(HeaderValues.EXPECT_100) && !request.continueSent();
    }
}
