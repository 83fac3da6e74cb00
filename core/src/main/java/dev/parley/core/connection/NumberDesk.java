package dev.parley.core.connection;

import dev.parley.core.world.World;
import dev.parley.ports.AssignedNumberId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Rejection;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.Result;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.in.NumberSpec;
import dev.parley.ports.in.UseCases;
import dev.parley.ports.out.AssignedNumberStore;
import java.util.Optional;

/** Assigned numbers: what carries them and who answers. Thread-safe. */
public final class NumberDesk {

    private final World.Setup setup;
    private final World.Nature nature;
    private final AssignedNumberStore store;

    /** Takes where numbers are kept. */
    public NumberDesk(World world) {
        this.setup = world.setup();
        this.nature = world.nature();
        this.store = setup.numbers();
    }

    /** The use cases. */
    public UseCases.Numbers useCases() {
        return new UseCases.Numbers(this::assign, this::get, store::list, this::reassign, this::release);
    }

    private Result<AssignedNumber> assign(OrganizationId organization, NumberSpec spec) {
        return known(organization, spec).then(_ -> insert(organization, spec));
    }

    private Result<AssignedNumber> insert(OrganizationId organization, NumberSpec spec) {
        var now = nature.clock().instant();
        var id = new AssignedNumberId(nature.ids().next());
        var number = new AssignedNumber(id, organization, spec.number(), spec.connection(), spec.agent(), 1, now, now);
        return store.insert(number)
                ? Result.ok(number)
                : Result.rejected(Rejection.of(Kind.CONFLICT, "number_taken", "The number is assigned already."));
    }

    private Result<AssignedNumber> get(OrganizationId organization, AssignedNumberId id) {
        return store.find(organization, id).map(Result::ok).orElseGet(NumberDesk::notFound);
    }

    private Result<AssignedNumber> reassign(OrganizationId organization, AssignedNumber number) {
        return known(organization, new NumberSpec(number.number(), number.connection(), number.agent())).then(_ -> update(organization,
                number));
    }

    private Result<AssignedNumber> update(OrganizationId organization, AssignedNumber wanted) {
        Optional<AssignedNumber> before = store.find(organization, wanted.id());
        if (before.isEmpty()) {
            return notFound();
        }
        AssignedNumber number = before.get();
        var changed = new AssignedNumber(
                number.id(),
                organization,
                number.number(),
                wanted.connection(),
                wanted.agent(),
                wanted.version(),
                number.createdAt(),
                nature.clock().instant());
        return store.update(changed)
                ? get(organization, number.id())
                : Result.rejected(Rejection.of(Kind.STALE, "stale", "The phone number was changed since it was read."));
    }

    private Result<Boolean> known(OrganizationId organization, NumberSpec spec) {
        if (setup.connections().find(organization, spec.connection()).isEmpty()) {
            return Result.rejected(Rejection.notFound("messaging connection"));
        }
        if (spec.agent().filter(id -> setup.agents().find(organization, id).isEmpty()).isPresent()) {
            return Result.rejected(Rejection.notFound("agent"));
        }
        return Result.ok(true);
    }

    private Result<AssignedNumberId> release(OrganizationId organization, AssignedNumberId id) {
        return store.delete(organization, id) ? Result.ok(id) : notFound();
    }

    private static <T> Result<T> notFound() {
        return Result.rejected(Rejection.notFound("phone number"));
    }
}
