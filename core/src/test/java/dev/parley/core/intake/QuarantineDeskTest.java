package dev.parley.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.core.rig.Rig;
import dev.parley.ports.PageRequest;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.QuarantinedText;
import dev.parley.ports.in.ReplayQuarantined.Replayed;
import dev.parley.ports.in.UseCases;
import dev.parley.testkit.fake.FakeWebhook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuarantineDeskTest {

    private final Rig rig = new Rig();
    private final UseCases.Carriers carriers = rig.useCases().carriers();

    @Test
    void a_text_is_taken_with_its_time_once_its_number_has_an_agent_and_is_answered() {
        setAgent(false);
        Instant came = rig.clock.instant();
        rig.text("Hello?");
        QuarantinedText held = only();
        rig.pass(Duration.ofHours(2));
        assertEquals("no_agent", Rig.rejection(carriers.replayQuarantined().replay(rig.tenant.id(), held.id())).code());
        assertEquals(held, only());

        setAgent(true);
        Replayed replayed = Rig.value(carriers.replayQuarantined().replay(rig.tenant.id(), held.id()));
        rig.pass(Duration.ofMinutes(1));
        assertEquals(held, replayed.text());
        assertEquals(replayed.message(), Optional.of(rig.inbound().getFirst().id()));
        assertEquals(came, rig.inbound().getFirst().header().createdAt());
        assertEquals(1, rig.outbound().size());
        assertEquals(List.of(), list());
    }

    @Test
    void a_number_that_is_nobodys_is_said_to_be_so() {
        rig.receive(FakeWebhook.text("q1", rig.contact.e164(), "+15005559999", "Hello?"));

        var refused = Rig.rejection(carriers.replayQuarantined().replay(rig.tenant.id(), only().id()));
        assertEquals(Kind.CONFLICT, refused.kind());
        assertEquals("unknown_number", refused.code());
    }

    @Test
    void a_text_that_was_taken_by_somebody_who_died_then_is_not_taken_twice() {
        setAgent(false);
        rig.text("Hello?");
        QuarantinedText held = only();
        setAgent(true);
        Rig.value(carriers.replayQuarantined().replay(rig.tenant.id(), held.id()));
        rig.stores.quarantine().hold(held);

        assertEquals(Optional.empty(), Rig.value(carriers.replayQuarantined().replay(rig.tenant.id(), held.id())).message());
        assertEquals(1, rig.inbound().size());
        assertEquals(List.of(), list());
    }

    @Test
    void anothers_text_is_not_there() {
        setAgent(false);
        rig.text("Hello?");
        var other = rig.samples.organization().id();

        assertEquals(Kind.NOT_FOUND, Rig.rejection(carriers.getQuarantined().get(other, only().id())).kind());
        assertEquals(Kind.NOT_FOUND, Rig.rejection(carriers.replayQuarantined().replay(other, only().id())).kind());
        assertEquals(Kind.NOT_FOUND, Rig.rejection(carriers.getQuarantined().get(rig.tenant.id(), new UUID(0, 0))).kind());
    }

    private void setAgent(boolean isThere) {
        AssignedNumber n = rig.stores.numbers().find(rig.tenant.id(), rig.tenant.number().id()).orElseThrow();
        rig.stores.numbers()
                .update(new AssignedNumber(
                        n.id(),
                        n.organization(),
                        n.number(),
                        n.connection(),
                        isThere ? Optional.of(rig.tenant.agent().id()) : Optional.empty(),
                        n.version(),
                        n.createdAt(),
                        n.updatedAt()));
    }

    private QuarantinedText only() {
        assertEquals(1, list().size());
        return Rig.value(carriers.getQuarantined().get(rig.tenant.id(), list().getFirst().id()));
    }

    private List<QuarantinedText> list() {
        return carriers.quarantine().list(rig.tenant.id(), PageRequest.FIRST).items();
    }
}
