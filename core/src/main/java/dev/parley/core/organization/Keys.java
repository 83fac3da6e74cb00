package dev.parley.core.organization;

import dev.parley.core.world.World;
import dev.parley.ports.ApiKeyId;
import dev.parley.ports.FieldError;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Rejection;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.Result;
import dev.parley.ports.Secret;
import dev.parley.ports.in.ApiKeySpec;
import dev.parley.ports.in.CreateApiKey;
import dev.parley.ports.in.UseCases;
import dev.parley.ports.organization.ApiKey;
import dev.parley.ports.organization.Caller;
import dev.parley.ports.organization.Organization;
import dev.parley.ports.out.ApiKeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may ask: keys, and finding out whose a key is. Thread-safe. */
public final class Keys {

    private final World.Setup setup;
    private final World.Nature nature;
    private final ApiKeyStore store;

    /** Takes where keys are kept. */
    public Keys(World world) {
        this.setup = world.setup();
        this.nature = world.nature();
        this.store = setup.apiKeys();
    }

    /** The use cases. */
    public UseCases.Keys useCases() {
        return new UseCases.Keys(this::authenticate, this::create, store::list, this::revoke);
    }

    private Result<Caller> authenticate(Secret key) {
        Optional<ApiKey> found = store.findByHash(KeyMaker.hash(key)).filter(k -> k.isLiveAt(nature.clock().instant()));
        if (found.isEmpty()) {
            return Result.rejected(Rejection.of(Kind.UNAUTHENTICATED, "invalid_api_key", "The API key is missing, unknown or expired."));
        }
        ApiKey live = found.get();
        boolean active = setup.organizations().find(live.organization()).filter(o -> o.status() == Organization.Status.ACTIVE).isPresent();
        return active
                ? Result.ok(new Caller(live.organization(), live.id(), live.scopes()))
                : Result.rejected(Rejection.of(Kind.FORBIDDEN, "organization_suspended", "This organization is suspended."));
    }

    private Result<CreateApiKey.Created> create(Caller caller, ApiKeySpec spec) {
        List<FieldError> problems = problems(spec);
        if (!problems.isEmpty()) {
            return Result.rejected(Rejection.invalid(problems));
        }
        if (!spec.scopes().stream().allMatch(caller::may)) {
            return Result.rejected(Rejection.of(Kind.FORBIDDEN, "scope_not_held", "A key cannot give what it does not have."));
        }
        var id = new ApiKeyId(nature.ids().next());
        var key = new ApiKey(id, caller.organization(), spec.name(), spec.scopes(), spec.expiresAt(), nature.clock().instant());
        Secret secret = new KeyMaker(nature.random()).make();
        store.insert(key, KeyMaker.hash(secret));
        return Result.ok(new CreateApiKey.Created(key, secret));
    }

    private List<FieldError> problems(ApiKeySpec spec) {
        var problems = new ArrayList<>(Names.check(spec.name()));
        if (spec.scopes().isEmpty()) {
            problems.add(new FieldError("scopes", "too_short", "A key has at least one scope."));
        }
        spec.expiresAt()
                .filter(at -> !at.isAfter(nature.clock().instant()))
                .ifPresent(_ -> problems.add(new FieldError("expiresAt", "in_the_past", "A key expires in the future.")));
        return problems;
    }

    private Result<ApiKeyId> revoke(OrganizationId organization, ApiKeyId id) {
        return store.delete(organization, id) ? Result.ok(id) : Result.rejected(Rejection.notFound("API key"));
    }
}
