package dev.parley.app.http;

import io.helidon.webserver.http.ServerRequest;
import java.util.UUID;

/**
 * Names a request in the answer and in the log. Made here, never taken from the request.
 *
 * @param value the id
 */
record RequestId(UUID value) {

    /** The id of that request. */
    static RequestId of(ServerRequest request) {
        return request.context().get(RequestId.class).orElseThrow(() -> new IllegalStateException("the entrance was not passed"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
