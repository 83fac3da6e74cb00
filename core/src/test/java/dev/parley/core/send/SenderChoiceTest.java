package dev.parley.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.core.rig.Rig;
import dev.parley.ports.AgentId;
import dev.parley.ports.MessageId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Rejection;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.Result;
import dev.parley.ports.Variables;
import dev.parley.ports.in.SendCommand;
import dev.parley.ports.in.SendCommand.Words;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.testkit.sample.Tenant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who sends a text, from which number and through which account, when the caller leaves some of it open. */
class SenderChoiceTest {

    private final Rig rig = new Rig();
    private final Optional<AgentId> agent = Optional.of(rig.tenant.agent().id());
    private final Optional<PhoneNumber> ours = Optional.of(rig.tenant.ours());

    @Test
    void the_number_in_from_brings_its_agent_and_connection() {
        var command = new SendCommand(id(), rig.tenant.id(), rig.contact, ours, Optional.empty(), Optional.empty(), generated());
        OutboundMessage message = Rig.value(send(command));

        assertEquals(agent, message.header().agent());
        assertEquals(rig.tenant.connection().id(), message.header().connection());
    }

    @Test
    void a_connection_alone_leaves_the_sender_to_the_provider() {
        var connection = Optional.of(rig.tenant.connection().id());
        var command = new SendCommand(
                id(),
                rig.tenant.id(),
                rig.contact,
                Optional.empty(),
                Optional.empty(),
                connection,
                new Words.Raw("Hello"));
        Rig.value(send(command));

        assertEquals(Optional.empty(), rig.provider().sent().getFirst().from());
    }

    @Test
    void somebody_has_to_say_through_which_connection() {
        var command = new SendCommand(
                id(),
                rig.tenant.id(),
                rig.contact,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Words.Raw("Hello"));

        assertRejected(Kind.MALFORMED, "connection_required", command);
    }

    @Test
    void anothers_things_are_not_there() {
        Tenant other = rig.samples.tenant();
        rig.stores.insert(other);
        var raw = new Words.Raw("Hello");
        var to = rig.contact;
        var us = rig.tenant.id();

        var theirAgent = Optional.of(other.agent().id());
        var theirNumber = Optional.of(other.ours());
        var theirConnection = Optional.of(other.connection().id());
        assertRejected(Kind.NOT_FOUND, "not_found", new SendCommand(id(), us, to, ours, theirAgent, Optional.empty(), raw));
        assertRejected(Kind.NOT_FOUND, "number_not_found", new SendCommand(id(), us, to, theirNumber, agent, Optional.empty(), raw));
        assertRejected(Kind.NOT_FOUND, "not_found", new SendCommand(id(), us, to, Optional.empty(), agent, theirConnection, raw));
    }

    @Test
    void a_connection_that_does_not_carry_the_number_cannot_send_for_it() {
        var second = rig.samples.connection(rig.tenant.id());
        rig.stores.connections().insert(second);
        var command = new SendCommand(
                id(),
                rig.tenant.id(),
                rig.contact,
                ours,
                agent,
                Optional.of(second.id()),
                new Words.Raw("Hello"));

        assertRejected(Kind.INVALID, "connection_mismatch", command);
    }

    @Test
    void a_number_cannot_text_itself() {
        var command = new SendCommand(
                id(),
                rig.tenant.id(),
                rig.tenant.ours(),
                ours,
                agent,
                Optional.empty(),
                new Words.Raw("Hello"));

        assertRejected(Kind.INVALID, "same_number", command);
    }

    private Result<OutboundMessage> send(SendCommand command) {
        return rig.useCases().texts().send().send(command);
    }

    private static Words generated() {
        return new Words.Generated(Optional.empty(), Optional.empty(), Variables.NONE);
    }

    private MessageId id() {
        return new MessageId(rig.ids.next());
    }

    private void assertRejected(Kind kind, String code, SendCommand command) {
        Rejection rejection = Rig.rejection(send(command));
        assertEquals(kind, rejection.kind());
        assertEquals(code, rejection.code());
    }
}
