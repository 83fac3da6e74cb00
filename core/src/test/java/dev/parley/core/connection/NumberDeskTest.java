package dev.parley.core.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.core.rig.Rig;
import dev.parley.ports.AgentId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.PageRequest;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.in.NumberSpec;
import dev.parley.ports.in.UseCases;
import dev.parley.testkit.sample.Tenant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NumberDeskTest {

    private final Rig rig = new Rig();
    private final UseCases.Numbers numbers = rig.useCases().numbers();
    private final ConnectionId connection = rig.tenant.connection().id();

    @Test
    void a_number_is_assigned_read_listed_and_released() {
        var spec = new NumberSpec(rig.samples.ourNumber(), connection, Optional.empty());
        AssignedNumber number = Rig.value(numbers.assign().assign(rig.tenant.id(), spec));

        assertEquals(number, Rig.value(numbers.get().get(rig.tenant.id(), number.id())));
        assertEquals(2, numbers.list().list(rig.tenant.id(), PageRequest.FIRST).items().size());
        Rig.value(numbers.release().release(rig.tenant.id(), number.id()));
        assertEquals(Kind.NOT_FOUND, Rig.rejection(numbers.get().get(rig.tenant.id(), number.id())).kind());
        assertEquals(Kind.NOT_FOUND, Rig.rejection(numbers.release().release(rig.tenant.id(), number.id())).kind());
    }

    @Test
    void a_number_belongs_to_one_organization_only() {
        Tenant other = rig.samples.tenant();
        rig.stores.insert(other);
        var theirs = new NumberSpec(rig.tenant.ours(), other.connection().id(), Optional.empty());

        assertEquals("number_taken", Rig.rejection(numbers.assign().assign(other.id(), theirs)).code());
    }

    @Test
    void a_number_can_only_be_given_to_what_is_ours() {
        Tenant other = rig.samples.tenant();
        rig.stores.insert(other);
        var number = rig.samples.ourNumber();

        var theirConnection = new NumberSpec(number, other.connection().id(), Optional.empty());
        var theirAgent = new NumberSpec(number, connection, Optional.of(other.agent().id()));
        assertEquals(Kind.NOT_FOUND, Rig.rejection(numbers.assign().assign(rig.tenant.id(), theirConnection)).kind());
        assertEquals(Kind.NOT_FOUND, Rig.rejection(numbers.assign().assign(rig.tenant.id(), theirAgent)).kind());
    }

    @Test
    void another_agent_can_answer_a_number() {
        AssignedNumber changed = Rig.value(numbers.reassign().reassign(rig.tenant.id(), answeredBy(Optional.empty(), 1)));

        assertEquals(Optional.empty(), changed.agent());
        assertEquals(2, changed.version());
        assertEquals(Kind.STALE, Rig.rejection(numbers.reassign().reassign(rig.tenant.id(), answeredBy(Optional.empty(), 1))).kind());
    }

    @Test
    void a_number_that_is_not_there_or_not_ours_cannot_be_changed() {
        var nobody = Optional.of(new AgentId(new UUID(1, 2)));
        Tenant other = rig.samples.tenant();
        rig.stores.insert(other);
        AssignedNumber n = answeredBy(Optional.empty(), 1);
        var theirs = new AssignedNumber(
                n.id(),
                other.id(),
                n.number(),
                other.connection().id(),
                n.agent(),
                n.version(),
                n.createdAt(),
                n.updatedAt());

        assertEquals(Kind.NOT_FOUND, Rig.rejection(numbers.reassign().reassign(rig.tenant.id(), answeredBy(nobody, 1))).kind());
        assertEquals(Kind.NOT_FOUND, Rig.rejection(numbers.reassign().reassign(other.id(), theirs)).kind());
    }

    private AssignedNumber answeredBy(Optional<AgentId> agent, long version) {
        AssignedNumber n = rig.tenant.number();
        return new AssignedNumber(
                n.id(),
                n.organization(),
                n.number(),
                n.connection(),
                agent,
                version,
                n.createdAt(),
                n.updatedAt());
    }
}
