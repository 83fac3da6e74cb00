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
                .map(scope -> known(headers).then(caller -> allowed(caller, scope)).map(Optional::of))
                .orElseGet(() -> Result.ok(Optional.empty()));
    }

    private Result<Caller> known(Headers headers) {
        return switch (key(headers).map(authenticate::authenticate).orElseGet(Gate::unknown)) {
            case Result.Ok<Caller> ok -> ok;
            // No key, a wrong one and an old one look the same from outside.
            case Result.Rejected<Caller>(var rejection) when rejection.kind() == Rejection.Kind.UNAUTHENTICATED -> unknown();
            case Result.Rejected<Caller> rejected -> rejected;
        };
    }

    private static Optional<Secret> key(Headers headers) {
        List<String> own = headers.all(HeaderNames.create("x-api-key"), List::of);
        List<String> keys = own.isEmpty() ? bearer(headers.all(HeaderNames.AUTHORIZATION, List::of)) : own;
        return keys.size() == 1 ? Optional.of(new Secret(keys.getFirst())) : Optional.empty();
    }

    private static List<String> bearer(List<String> values) {
        return values.stream()
                .filter(v -> v.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(v -> v.substring(BEARER.length()).strip())
                .toList();
    }

    private static Result<Caller> unknown() {
        return Result.rejected(
                Rejection.of(
                        Rejection.Kind.UNAUTHENTICATED,
                        "unauthenticated",
                        "Give a valid API key in the header x-api-key, or as bearer token."));
    }

    private static Result<Caller> allowed(Caller caller, Scope scope) {
        return caller.may(scope) ? Result.ok(caller) : Result.rejected(
                Rejection.of(
                        Rejection.Kind.FORBIDDEN,
                        "scope_missing",
                        "This key lacks the scope " + scope.word() + "."));
    }
}
