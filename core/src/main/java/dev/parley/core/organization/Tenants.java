package dev.parley.core.organization;

import dev.parley.core.world.World;
import dev.parley.ports.ApiKeyId;
import dev.parley.ports.FieldError;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.Secret;
import dev.parley.ports.in.CreateOrganization;
import dev.parley.ports.in.PrepareInstallation.OperatorKey;
import dev.parley.ports.in.UseCases;
import dev.parley.ports.organization.ApiKey;
import dev.parley.ports.organization.Organization;
import dev.parley.ports.organization.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the operator of an installation does: tenants, and the first key of each. Thread-safe. */
public final class Tenants {

    private static final String DEFAULT = "default";

    private final World.Setup setup;
    private final World.Nature nature;
    private final KeyMaker keys;

    /** Takes where tenants are kept. */
    public Tenants(World world) {
        this.setup = world.setup();
        this.nature = world.nature();
        this.keys = new KeyMaker(nature.random());
    }

    /** The use cases. */
    public UseCases.Installation useCases() {
        return new UseCases.Installation(this::prepare, this::create, this::list, this::set);
    }

    private Optional<Secret> prepare(OperatorKey wish) {
        Organization organization = setup.organizations().findByName(DEFAULT).orElseGet(this::makeDefault);
        return switch (wish) {
            case OperatorKey.Configured(var key) -> {
                setup.apiKeys().insert(operatorKey(organization, "PARLEY_API_KEY"), KeyMaker.hash(key));
                yield Optional.empty();
            }
            case OperatorKey.Generated _ -> generateFirst(organization);
        };
    }

    private Optional<Secret> generateFirst(Organization organization) {
        boolean first = setup.apiKeys().list(organization.id(), PageRequest.FIRST).items().isEmpty();
        return first ? Optional.of(addKey(operatorKey(organization, "first key"))) : Optional.empty();
    }

    private Organization makeDefault() {
        setup.organizations().insert(organization(DEFAULT));
        return setup.organizations().findByName(DEFAULT).orElseThrow(() -> new IllegalStateException("the default organization is gone"));
    }

    private Result<CreateOrganization.Created> create(String name) {
        List<FieldError> problems = Names.check(name);
        if (!problems.isEmpty()) {
            return Result.rejected(Rejection.invalid(problems));
        }
        Organization organization = organization(name);
        if (!setup.organizations().insert(organization)) {
            return Result.rejected(Rejection.of(Rejection.Kind.CONFLICT, "name_taken", "There is an organization of that name already."));
        }
        Secret key = addKey(key(organization, "first key", Set.of(Scope.ADMIN)));
        return Result.ok(new CreateOrganization.Created(organization, key));
    }

    private Page<Organization> list(PageRequest page) {
        return setup.organizations().list(page);
    }

    private Result<Organization> set(OrganizationId id, Organization.Status status) {
        Optional<Organization> before = setup.organizations().find(id);
        if (status == Organization.Status.SUSPENDED && before.filter(o -> o.name().equals(DEFAULT)).isPresent()) {
            return Result.rejected(Rejection.of(Rejection.Kind.CONFLICT, "operators_own", "The operator's organization stays active."));
        }
        return before.map(o -> new Organization(o.id(), o.name(), status, o.createdAt()))
                .filter(setup.organizations()::update)
                .map(Result::ok)
                .orElseGet(() -> Result.rejected(Rejection.notFound("organization")));
    }

    private Secret addKey(ApiKey key) {
        Secret secret = keys.make();
        setup.apiKeys().insert(key, KeyMaker.hash(secret));
        return secret;
    }

    private Organization organization(String name) {
        return new Organization(new OrganizationId(nature.ids().next()), name, Organization.Status.ACTIVE, nature.clock().instant());
    }

    private ApiKey operatorKey(Organization organization, String name) {
        return key(organization, name, Set.of(Scope.ADMIN, Scope.OPERATOR));
    }

    private ApiKey key(Organization organization, String name, Set<Scope> scopes) {
        var id = new ApiKeyId(nature.ids().next());
        return new ApiKey(id, organization.id(), name, scopes, Optional.empty(), nature.clock().instant());
    }
}
