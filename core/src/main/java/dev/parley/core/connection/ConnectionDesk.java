package dev.parley.core.connection;

import dev.parley.core.organization.Names;
import dev.parley.core.world.World;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.FieldError;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Rejection;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.Result;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.in.ConnectionPatch;
import dev.parley.ports.in.ConnectionSpec;
import dev.parley.ports.in.UseCases;
import dev.parley.ports.out.ConnectionStore;
import dev.parley.ports.out.Providers;
import dev.parley.ports.spi.ProviderDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Connections: making, changing and removing them. Thread-safe. */
public final class ConnectionDesk {

    private static final int MOST_TRIES = 5;

    private final ConnectionStore store;
    private final Providers providers;
    private final World.Nature nature;
    private final ConnectionCheck check;

    /** Takes where connections are kept and which providers there are. */
    public ConnectionDesk(World world) {
        this.store = world.setup().connections();
        this.providers = world.peers().providers();
        this.nature = world.nature();
        this.check = new ConnectionCheck(world);
    }

    /** The use cases. */
    public UseCases.Connections useCases() {
        return new UseCases.Connections(
                providers::descriptions,
                this::create,
                this::get,
                store::list,
                this::update,
                this::delete,
                check);
    }

    private Result<Connection> create(OrganizationId organization, ConnectionSpec spec) {
        Optional<ProviderDescription> description = providers.description(spec.provider());
        if (description.isEmpty()) {
            String known = String.join(", ", providers.descriptions().stream().map(ProviderDescription::name).toList());
            return Result.rejected(
                    Rejection.invalid(
                            "provider",
                            "unknown_provider",
                            "There is no provider of that name here. Known are: " + known
                                    + ". Another one is a jar, parley-adapter-NAME say, in the server's folder of plugins."));
        }
        var values = ConnectionValues.of(description.get(), nature.random()).with(spec.credentials(), spec.settings());
        return checked(description.get(), spec.name(), values).map(good -> insert(organization, spec, description.get(), good));
    }

    private Connection insert(OrganizationId organization, ConnectionSpec spec, ProviderDescription description, ConnectionValues values) {
        var now = nature.clock().instant();
        var connection = new Connection(
                new ConnectionId(nature.ids().next()),
                organization,
                description.name(),
                spec.name(),
                values.accountKey(),
                values.credentials(),
                values.settings(),
                1,
                now,
                now);
        store.insert(connection);
        return connection;
    }

    private Result<Connection> get(OrganizationId organization, ConnectionId id) {
        return store.find(organization, id).map(Result::ok).orElseGet(ConnectionDesk::notFound);
    }

    private Result<Connection> update(OrganizationId organization, ConnectionId id, ConnectionPatch patch) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Optional<Connection> before = store.find(organization, id);
            if (before.isEmpty()) {
                return notFound();
            }
            if (patch.ifVersion().filter(v -> v != before.get().version()).isPresent()) {
                return stale();
            }
            Result<Connection> changed = changed(before.get(), patch);
            if (!(changed instanceof Result.Ok<Connection>(var connection)) || store.update(connection)) {
                return changed.then(_ -> get(organization, id));
            }
        }
        return stale();
    }

    private Result<Connection> changed(Connection before, ConnectionPatch patch) {
        Optional<ProviderDescription> description = providers.description(before.provider());
        if (description.isEmpty()) {
            return Result.rejected(Rejection.of(
                    Kind.CONFLICT, "provider_missing", "The provider " + before.provider() + " is not installed here any more."));
        }
        String name = patch.name().orElse(before.name());
        var values = ConnectionValues.of(description.get(), nature.random()).with(before.credentials(), before.settings()).patched(patch);
        return checked(description.get(), name, values).map(good -> changed(before, name, good));
    }

    private Connection changed(Connection before, String name, ConnectionValues values) {
        return new Connection(
                before.id(),
                before.organization(),
                before.provider(),
                name,
                values.accountKey(),
                values.credentials(),
                values.settings(),
                before.version(),
                before.createdAt(),
                nature.clock().instant());
    }

    private Result<ConnectionValues> checked(ProviderDescription description, String name, ConnectionValues values) {
        var problems = new ArrayList<>(Names.check(name));
        problems.addAll(values.problems());
        if (!problems.isEmpty()) {
            return Result.rejected(rejection(problems));
        }
        Optional<String> refusal = providers.refusal(description.name(), values.forProvider());
        return refusal.<Result<ConnectionValues>>map(why -> Result.rejected(Rejection.invalid("credentials", "not_usable", why)))
                .orElseGet(() -> Result.ok(values));
    }

    /** What a provider does not know, or misses, makes the request another one; only then does it matter what the values are. */
    private static Rejection rejection(List<FieldError> problems) {
        Rejection invalid = Rejection.invalid(problems);
        boolean malformed = problems.stream().map(FieldError::code).anyMatch(Set.of("required", "unknown_field")::contains);
        return malformed
                ? new Rejection(Kind.MALFORMED, invalid.code(), invalid.detail(), invalid.fields(), Optional.empty())
                : invalid;
    }

    private Result<ConnectionId> delete(OrganizationId organization, ConnectionId id) {
        return switch (store.delete(organization, id)) {
            case REMOVED -> Result.ok(id);
            case NOT_THERE -> notFound();
            case IN_USE -> Result.rejected(
                    Rejection.of(Kind.CONFLICT, "connection_in_use", "A phone number or an agent still uses this connection."));
        };
    }

    static <T> Result<T> notFound() {
        return Result.rejected(Rejection.notFound("messaging connection"));
    }

    private static <T> Result<T> stale() {
        return Result.rejected(Rejection.of(Kind.STALE, "stale", "The connection was changed since it was read."));
    }
}
