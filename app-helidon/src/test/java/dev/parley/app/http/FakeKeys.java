package dev.parley.app.http;

import dev.parley.ports.ApiKeyId;
import dev.parley.ports.Cursor;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.Secret;
import dev.parley.ports.in.ApiKeySpec;
import dev.parley.ports.in.CreateApiKey;
import dev.parley.ports.in.UseCases;
import dev.parley.ports.organization.ApiKey;
import dev.parley.ports.organization.Caller;
import dev.parley.ports.organization.Scope;
import dev.parley.ports.out.IdSource;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keys in memory. */
final class FakeKeys {

    static final String SUSPENDED = "key-of-a-suspended-organization";

    private final Shelf<ApiKeyId, ApiKey> shelf = new Shelf<>(
            "API key",
            ApiKey::organization,
            ApiKey::id,
            k -> new Cursor(
                    k.createdAt(),
                    k
                            .id()
                            .value()));
    private final Map<String, ApiKey> bySecret = new ConcurrentHashMap<>();
    private final IdSource ids;
    private final InstantSource clock;

    FakeKeys(IdSource ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    UseCases.Keys useCases() {
        return new UseCases.Keys(this::authenticate, this::create, shelf::page, shelf::remove);
    }

    void add(String key, OrganizationId organization, Scope...scopes) {
        bySecret.put(key, new ApiKey(new ApiKeyId(ids.next()), organization, "test", Set.of(scopes), Optional.empty(), clock.instant()));
    }

    private Result<Caller> authenticate(Secret key) {
        if (key.reveal().equals(SUSPENDED)) {
            return Result.rejected(Rejection.of(Rejection.Kind.FORBIDDEN, "organization_suspended", "Your organization is suspended."));
        }
        return Optional.ofNullable(bySecret.get(key.reveal()))
                .map(k -> Result.ok(new Caller(k.organization(), k.id(), k.scopes())))
                .orElseGet(() -> Result.rejected(
                        Rejection.of(Rejection.Kind.UNAUTHENTICATED, "invalid_api_key", "The API key is missing, unknown or expired.")));
    }

    private Result<CreateApiKey.Created> create(Caller caller, ApiKeySpec spec) {
        var key =
                new ApiKey(new ApiKeyId(ids.next()), caller.organization(), spec.name(), spec.scopes(), spec.expiresAt(), clock.instant());
        return Result.ok(new CreateApiKey.Created(shelf.put(key), new Secret("new-key-" + key.id())));
    }
}
