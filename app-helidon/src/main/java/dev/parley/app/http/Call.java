package dev.parley.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.organization.Caller;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Optional;

/**
 * A request that was let in: who asks, and what was read of it. Immutable.
 *
 * @param request the request itself
 * @param query its query parameters, all of them known
 * @param who whose key it came with, where the route asks for one
 * @param content its body
 */
record Call(ServerRequest request, Query query, Optional<Caller> who, Content content) {

    /** A body. */
    sealed interface Content {

        /** None that matters. */
        record None() implements Content {}

        /**
         * An object.
         *
         * @param object as sent
         */
        record Json(ObjectNode object) implements Content {}

        /** Bytes as received. */
        final class Raw implements Content {
            private final byte[] bytes;

            Raw(byte[] bytes) {
                this.bytes = bytes;
            }
        }
    }

    /** Who asks. */
    Caller caller() {
        return who.orElseThrow(() -> new IllegalStateException("a route without a scope has no caller"));
    }

    /** For which organization. */
    OrganizationId organization() {
        return caller().organization();
    }

    /** A part of the path. */
    String path(String name) {
        return request.path().pathParameters().get(name);
    }

    /** Every value of a header. */
    List<String> header(String name) {
        return request.headers().all(HeaderNames.create(name), List::of);
    }

    /** The object in the body. */
    ObjectNode json() {
        if (content instanceof Content.Json(ObjectNode object)) {
            return object;
        }
        throw new IllegalStateException("the route takes no JSON");
    }

    /** The bytes of the body. */
    byte[] bytes() {
        if (content instanceof Content.Raw raw) {
            return raw.bytes;
        }
        throw new IllegalStateException("the route takes no bytes");
    }
}
