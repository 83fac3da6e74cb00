package dev.parley.core.intake;

import dev.parley.core.text.Segments;
import dev.parley.core.work.Dispatcher;
import dev.parley.core.world.World;
import dev.parley.ports.Address;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.connection.QuarantinedText;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Arrival;
import dev.parley.ports.out.Recipient;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import java.util.Optional;

/** Makes a text that came in durable: in a conversation, or, when no agent can take it, in quarantine. Thread-safe. */
final class TextIntake {

    private static final String UNKNOWN_NUMBER = "unknown_number";

    private final World world;
    private final Dispatcher dispatcher;

    TextIntake(World world, Dispatcher dispatcher) {
        this.world = world;
        this.dispatcher = dispatcher;
    }

    /** A text, and the connection that brought it. */
    private record Received(Connection connection, InboundText text) {}

    void take(Connection connection, InboundText text) {
        Optional<Address> contact = Address.parse(text.from());
        Optional<Recipient> recipient = PhoneNumber.parse(text.to()).flatMap(to -> world.traffic().directory().recipient(connection, to));
        if (contact.isEmpty()) {
            hold(connection, text, "odd_sender");
        } else if (recipient.isEmpty()) {
            hold(connection, text, UNKNOWN_NUMBER);
        } else if (recipient.get().agent().isEmpty()) {
            hold(connection, text, "no_agent");
        } else {
            accept(new Received(connection, text), contact.get(), recipient.get().number(), recipient.get().agent().get());
        }
    }

    /** Takes a text whose connection was removed, and with it every number that it carried. */
    void takeFromNowhere(OrganizationId organization, ConnectionId removed, InboundText text) {
        hold(organization, removed, text, UNKNOWN_NUMBER);
    }

    private void accept(Received received, Address contact, AssignedNumber number, Agent agent) {
        var nature = world.nature();
        InboundText text = received.text();
        var arrival = new Arrival(
                new MessageId(nature.ids().next()),
                new ConversationId(nature.ids().next()),
                number,
                agent,
                contact,
                text.providerMessageId(),
                Segments.content(text.body(), text.media()),
                nature.clock().instant(),
                IntakePolicy.decide(agent, contact, text, providerAnswersKeywords(received.connection())));
        if (world.traffic().inbox().accept(arrival) instanceof Acceptance.Stored(var work)) {
            work.ifPresent(due -> dispatcher.wake(due.key(), due.in()));
        }
    }

    private boolean providerAnswersKeywords(Connection connection) {
        var description = world.peers().providers().description(connection.provider());
        return description.map(d -> d.can(Capability.HANDLES_KEYWORDS)).orElse(false);
    }

    private void hold(Connection connection, InboundText text, String reason) {
        hold(connection.organization(), connection.id(), text, reason);
    }

    private void hold(OrganizationId organization, ConnectionId connection, InboundText text, String reason) {
        world.traffic()
                .quarantine()
                .hold(
                        new QuarantinedText(
                                world.nature().ids().next(),
                                organization,
                                connection,
                                text.providerMessageId(),
                                text.from(),
                                text.to(),
                                text.body(),
                                text.media(),
                                reason,
                                world.nature().clock().instant()));
    }
}
