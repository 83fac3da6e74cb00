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
import dev.parley.ports.out.Intake;
import dev.parley.ports.out.Recipient;
import dev.parley.ports.spi.InboundHistory.ReceivedText;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes a text that came in durable: in a conversation, or, when no agent can take it, in quarantine. Thread-safe. */
final class TextIntake {

    private static final Duration ANSWERED_WITHIN = Duration.ofHours(1);

    private static final String UNKNOWN_NUMBER = "unknown_number";

    private final World world;
    private final Dispatcher dispatcher;

    TextIntake(World world, Dispatcher dispatcher) {
        this.world = world;
        this.dispatcher = dispatcher;
    }

    /** A text, the connection that brought it, when it came, and whether that is too long ago for an answer by a machine. */
    record Received(Connection connection, InboundText text, Instant at, boolean isTooOld) {

        /** One that is answered like any other. */
        Received(Connection connection, InboundText text, Instant at) {
            this(connection, text, at, false);
        }
    }

    /** What became of a text. */
    sealed interface Fate {

        /** It is durable, under that name. */
        record Stored(MessageId id) implements Fate {}

        /** It was there before. */
        record Known() implements Fate {}

        /** Nobody takes it, and nothing was done about it. */
        record Nobodys(String why) implements Fate {}
    }

    void take(Connection connection, InboundText text) {
        take(new Received(connection, text, world.nature().clock().instant()));
    }

    /** Takes a text that its provider was asked for. Whoever wrote long ago does not expect an answer by a machine any more. */
    void takeLate(Connection connection, ReceivedText found) {
        boolean isTooOld = found.at().plus(ANSWERED_WITHIN).isBefore(world.nature().clock().instant());
        take(new Received(connection, found.text(), found.at(), isTooOld));
    }

    private void take(Received received) {
        if (deliver(received) instanceof Fate.Nobodys(var why)) {
            hold(received.connection().organization(), received.connection().id(), received.text(), why);
        }
    }

    /** Makes it durable in its conversation, if somebody takes it. */
    Fate deliver(Received received) {
        Connection connection = received.connection();
        Optional<Address> contact = Address.parse(received.text().from());
        Optional<Recipient> recipient =
                PhoneNumber.parse(received.text().to()).flatMap(to -> world.traffic().directory().recipient(connection, to));
        if (contact.isEmpty()) {
            return new Fate.Nobodys("odd_sender");
        }
        if (recipient.isEmpty()) {
            return new Fate.Nobodys(UNKNOWN_NUMBER);
        }
        return recipient.get()
                .agent()
                .map(agent -> accept(received, contact.get(), recipient.get().number(), agent))
                .orElseGet(() -> new Fate.Nobodys("no_agent"));
    }

    /** Keeps a part aside that could not be joined with the others. */
    void keepAside(OrganizationId organization, ConnectionId connection, InboundText part) {
        hold(organization, connection, part, "not_joined");
    }

    /** Takes a text whose connection was removed, and with it every number that it carried. */
    void takeFromNowhere(OrganizationId organization, ConnectionId removed, InboundText text) {
        hold(organization, removed, text, UNKNOWN_NUMBER);
    }

    private Fate accept(Received received, Address contact, AssignedNumber number, Agent agent) {
        Arrival arrival = arrival(received, contact, number, agent);
        return switch (world.traffic().inbox().accept(arrival)) {
            case Acceptance.Duplicate _ -> new Fate.Known();
            case Acceptance.Stored(var work) -> {
                work.ifPresent(due -> dispatcher.wake(due.key(), due.in()));
                yield new Fate.Stored(arrival.id());
            }
        };
    }

    private Arrival arrival(Received received, Address contact, AssignedNumber number, Agent agent) {
        InboundText text = received.text();
        Intake decided = IntakePolicy.decide(agent, contact, text, providerAnswersKeywords(received.connection()));
        return new Arrival(
                new MessageId(world.nature().ids().next()),
                new ConversationId(world.nature().ids().next()),
                number,
                agent,
                contact,
                text.providerMessageId(),
                Segments.content(text.body(), text.media()),
                received.at(),
                received.isTooOld() ? IntakePolicy.late(agent, decided) : decided);
    }

    private boolean providerAnswersKeywords(Connection connection) {
        var description = world.peers().providers().description(connection.provider());
        return description.map(d -> d.can(Capability.HANDLES_KEYWORDS)).orElse(false);
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
