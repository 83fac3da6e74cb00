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

import dev.parley.ports.out.IntakeJournal.Entry;
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

    /** What became of a text. */
    sealed interface Fate {

        /** It is durable, under that name. */
        record Stored(MessageId id) implements Fate {}

        /** It was there before. */
        record Known() implements Fate {}

        /** Nobody takes it, and nothing was done about it. */
        record Nobodys(String why) implements Fate {}
    }

    /** Takes a text that its provider was asked for. Whoever wrote long ago does not expect an answer by a machine any more. */
    void takeLate(Connection connection, ReceivedText found) {
        boolean isTooOld = found.at().plus(ANSWERED_WITHIN).isBefore(world.nature().clock().instant());
        take(new Received(connection, found.text(), found.at(), isTooOld));
    }

    void take(Received received) {
        if (deliver(received) instanceof Fate.Nobodys(var why)) {
            Connection connection = received.connection();
            hold(connection.organization(), connection.id(), received.text(), new Held(why, received.at()));
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
        hold(organization, connection, part, held("not_joined"));
    }

    /** Takes a text whose connection was removed, and with it every number that it carried. */
    void takeFromNowhere(OrganizationId organization, ConnectionId removed, InboundText text) {
        hold(organization, removed, text, held(UNKNOWN_NUMBER));
    }

    /** Takes what the journal kept of a text whose connection was removed meanwhile. */
    void takeFromNowhere(Entry entry, InboundText text) {
        hold(entry.organization(), entry.connection(), text, new Held(UNKNOWN_NUMBER, entry.receivedAt()));
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

    /** Why a text is kept apart, and since when. */
    private record Held(String reason, Instant since) {}

    private Held held(String reason) {
        return new Held(reason, world.nature().clock().instant());
    }

    private void hold(OrganizationId organization, ConnectionId connection, InboundText text, Held held) {
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
                                held.reason(),
                                held.since()));
    }
}
