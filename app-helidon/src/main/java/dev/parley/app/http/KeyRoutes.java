package dev.parley.app.http;

import static dev.parley.ports.organization.Scope.ADMIN;

import dev.parley.ports.Result;
import dev.parley.ports.in.UseCases;
import java.util.List;

/** {@code /v1/api-keys}. Thread-safe. */
final class KeyRoutes {

    private static final String ALL = "/v1/api-keys";

    private final UseCases.Keys keys;

    KeyRoutes(UseCases.Keys keys) {
        this.keys = keys;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(ALL, ADMIN, this::list).paged(),
                Endpoint.post(ALL, ADMIN, this::create),
                Endpoint.delete("/v1/api-keys/{id}", ADMIN, this::revoke));
    }

    private Result<Reply> list(Call call) {
        return Paging.of(call.query()).map(page -> Reply.list(keys.list().list(call.organization(), page), KeyJson::write));
    }

    private Result<Reply> create(Call call) {
        return KeyJson.read(call.json())
                .then(spec -> keys.create().create(call.caller(), spec))
                .map(created -> Reply.created(KeyJson.write(created)));
    }

    private Result<Reply> revoke(Call call) {
        return keys.revoke().revoke(call.organization(), Formats.keyId(call.path("id"))).map(_ -> Reply.noContent());
    }
}
