package dev.parley.app.http;

import dev.parley.ports.AgentId;
import dev.parley.ports.AssignedNumberId;
import dev.parley.ports.Cursor;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.in.NumberSpec;
import dev.parley.ports.in.UseCases;
import dev.parley.ports.out.IdSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Assigned numbers in memory. */
final class FakeNumbers {

    final Shelf<AssignedNumberId, AssignedNumber> shelf = new Shelf<>(
            "phone number",
            AssignedNumber::organization,
            AssignedNumber::id,
            n -> new Cursor(n.createdAt(), n.id().value()));

    private final IdSource ids;
    private final TestClock clock;

    FakeNumbers(IdSource ids, TestClock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    UseCases.Numbers useCases() {
        return new UseCases.Numbers(this::assign, shelf::find, shelf::page, this::reassign, shelf::remove);
    }

    List<AssignedNumber> ofAgent(AgentId agent) {
        return shelf.all(n -> n.agent().equals(Optional.of(agent))).reversed();
    }

    private Result<AssignedNumber> assign(OrganizationId organization, NumberSpec spec) {
        if (!shelf.all(n -> n.number().equals(spec.number())).isEmpty()) {
            return Result.rejected(Rejection.of(Rejection.Kind.CONFLICT, "number_taken", "It is assigned already."));
        }
        clock.advance(Duration.ofSeconds(1));
        return Result.ok(
                shelf.put(
                        new AssignedNumber(
                                new AssignedNumberId(ids.next()),
                                organization,
                                spec.number(),
                                spec.connection(),
                                spec
                                        .agent(),
                                1,
                                clock.instant(),
                                clock.instant())));
    }

    private Result<AssignedNumber> reassign(OrganizationId organization, AssignedNumber number) {
        return shelf.find(organization, number.id())
                .then(
                        stored -> stored.version() == number.version() ? Result.ok(shelf.put(next(number))) : Result.rejected(
                                Rejection.of(
                                        Rejection.Kind.STALE,
                                        "stale",
                                        "It was changed.")));
    }

    private AssignedNumber next(AssignedNumber n) {
        return new AssignedNumber(
                n.id(),
                n.organization(),
                n.number(),
                n.connection(),
                n.agent(),
                n.version() + 1,
                n.createdAt(),
                clock
                        .instant());
    }
}
