package dev.parley.app.http;

import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.Secret;
import dev.parley.ports.in.Authenticate;
import dev.parley.ports.organization.Caller;
import dev.parley.ports.organization.Scope;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.List;
import java.util.Optional;

/** Lets in whoever has a key that may do what the route is for. Thread-safe. */
final class Gate {

    private static final String BEARER = "Bearer ";

    private final Authenticate authenticate;

    Gate(Authenticate authenticate) {
        this.authenticate = authenticate;
    }

    /** Who asks, when the route wants to know. */
    Result<Optional<Caller>> admit(Endpoint endpoint, Headers headers) {
        return endpoint.scope()
                .map(scope -> authenticate.authenticate(key(headers)).then(caller -> allowed(caller, scope)).map(Optional::of))
                .orElseGet(() -> Result.ok(Optional.empty()));
    }

    // Without a key, or with several, an empty one is asked about: the answer is the same, and takes as long.
    private static Secret key(Headers headers) {
        List<String> own = headers.all(HeaderNames.create("x-api-key"), List::of);
        List<String> keys = own.isEmpty() ? bearer(headers.all(HeaderNames.AUTHORIZATION, List::of)) : own;
        return new Secret(keys.size() == 1 ? keys.getFirst() : "");
    }

    private static List<String> bearer(List<String> values) {
        return values.stream()
                .filter(v -> v.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(v -> v.substring(BEARER.length()).strip())
                .toList();
    }

    private static Result<Caller> allowed(Caller caller, Scope scope) {
        return caller.may(scope) ? Result.ok(caller) : Result.rejected(
                Rejection.of(
                        Rejection.Kind.FORBIDDEN,
                        "scope_missing",
                        "This key lacks the scope " + scope.word() + "."));
    }
}
