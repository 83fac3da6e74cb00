package dev.parley.app.http;

import dev.parley.ports.Result;
import dev.parley.ports.organization.Scope;
import io.helidon.http.Method;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One line of the route table: everything about a route that holds before it is asked. Immutable.
 *
 * @param method the method
 * @param path with names of path parameters in braces
 * @param scope what a key must be allowed; without one no key is needed
 * @param takes what body it takes
 * @param query which query parameters it knows
 * @param handler what it does
 */
record Endpoint(Method method, String path, Optional<Scope> scope, Takes takes, Set<String> query, Handler handler) {

    /** Copies the set. */
    Endpoint {
        query = Set.copyOf(query);
    }

    /** Reads. */
    static Endpoint get(String path, Scope scope, Handler handler) {
        return new Endpoint(Method.GET, path, Optional.of(scope), Takes.NOTHING, Set.of(), handler);
    }

    /** Makes or does something. */
    static Endpoint post(String path, Scope scope, Handler handler) {
        return new Endpoint(Method.POST, path, Optional.of(scope), Takes.JSON, Set.of(), handler);
    }

    /** Does something that needs no more words. */
    static Endpoint act(String path, Scope scope, Handler handler) {
        return new Endpoint(Method.POST, path, Optional.of(scope), Takes.NOTHING, Set.of(), handler);
    }

    /** Changes by a merge patch. */
    static Endpoint patch(String path, Scope scope, Handler handler) {
        return new Endpoint(Method.PATCH, path, Optional.of(scope), Takes.MERGE_PATCH, Set.of(), handler);
    }

    /** Removes. */
    static Endpoint delete(String path, Scope scope, Handler handler) {
        return new Endpoint(Method.DELETE, path, Optional.of(scope), Takes.NOTHING, Set.of(), handler);
    }

    /** For everybody. */
    static Endpoint open(Method method, String path, Takes takes, Handler handler) {
        return new Endpoint(method, path, Optional.empty(), takes, Set.of(), handler);
    }

    /** The same one, which gives a list page by page. */
    Endpoint paged() {
        return paged(Set.of());
    }

    /** The same one, which gives a list page by page, narrowed by filters. */
    Endpoint paged(Set<String> filters) {
        var names = new HashSet<>(filters);
        names.addAll(Paging.PARAMETERS);
        return new Endpoint(method, path, scope, takes, names, handler);
    }

    /** What a route does. */
    interface Handler {
        /** Answers a call that was let in. */
        Result<Reply> handle(Call call);
    }

    /** What body a route takes. */
    enum Takes {
        /** None; one that comes all the same is not looked at. */
        NOTHING,
        /** A JSON object. */
        JSON,
        /** A JSON merge patch, or plain JSON meant as one. */
        MERGE_PATCH,
        /** A carrier's webhook: bytes, and any query. */
        WEBHOOK
    }
}
