package dev.parley.core.intake;

import dev.parley.core.text.Segments;
import dev.parley.core.work.Dispatcher;
import dev.parley.core.world.World;
import dev.parley.ports.Address;
import dev.parley.ports.ConversationId;
import dev.parley.ports.Keyword;
import dev.parley.ports.MessageId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.connection.QuarantinedText;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Arrival;
import dev.parley.ports.out.Intake;
import dev.parley.ports.out.Recipient;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.out.Suppressions;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.Ignored;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.OptOutSignal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Makes durable what a believed webhook says, and wakes whoever has to do something about it. Thread-safe. */
public final class EventIntake {

    private static final Logger LOG = System.getLogger(EventIntake.class.getName());

    private final World world;
    private final Dispatcher dispatcher;

    /** Takes whom to wake. */
    public EventIntake(World world, Dispatcher dispatcher) {
        this.world = world;
        this.dispatcher = dispatcher;
    }

    void take(Connection connection, WebhookEvent event) {
        switch (event) {
            case InboundText text -> take(connection, text);
            case DeliveryReport report -> take(connection, report);
            case OptOutSignal signal -> take(connection, signal);
            case Ignored(var why) -> LOG.log(Level.INFO, "a webhook of connection {0} was ignored: {1}", connection.id(), why);
        }
    }

    private void take(Connection connection, InboundText text) {
        Optional<Recipient> recipient = PhoneNumber.parse(text.to()).flatMap(to -> world.traffic().directory().recipient(connection, to));
        Optional<Agent> agent = recipient.flatMap(Recipient::agent);
        if (recipient.isEmpty() || agent.isEmpty()) {
            world.traffic().quarantine().hold(quarantined(connection, text, recipient.isEmpty() ? "unknown_number" : "no_agent"));
            return;
        }
        Arrival arrival = arrival(text, recipient.get().number(), agent.get(), intake(connection, agent.get(), text));
        if (world.traffic().inbox().accept(arrival) instanceof Acceptance.Stored(var work)) {
            work.ifPresent(due -> dispatcher.wake(due.key(), due.in()));
        }
    }

    private Intake intake(Connection connection, Agent agent, InboundText text) {
        boolean providerAnswers = world.peers()
                .providers()
                .description(connection.provider())
                .map(d -> d.capabilities().handlesKeywords())
                .orElse(false);
        return IntakePolicy.decide(agent, text, providerAnswers);
    }

    private Arrival arrival(InboundText text, AssignedNumber number, Agent agent, Intake intake) {
        var nature = world.nature();
        return new Arrival(
                new MessageId(nature.ids().next()),
                new ConversationId(nature.ids().next()),
                number,
                agent,
                new Address(text.from()),
                text.providerMessageId(),
                Segments.content(text.body(), text.media()),
                nature.clock().instant(),
                intake);
    }

    private QuarantinedText quarantined(Connection connection, InboundText text, String reason) {
        var nature = world.nature();
        return new QuarantinedText(
                nature.ids().next(),
                connection.organization(),
                connection.id(),
                text.providerMessageId(),
                text.from(),
                text.to(),
                text.body(),
                text.media(),
                reason,
                nature.clock().instant());
    }

    private void take(Connection connection, DeliveryReport report) {
        MessageStatus status = switch (report.status()) {
            case SENT -> MessageStatus.SENT;
            case DELIVERED -> MessageStatus.DELIVERED;
            case UNDELIVERED -> MessageStatus.UNDELIVERED;
            case FAILED -> MessageStatus.FAILED;
            case CANCELED -> MessageStatus.CANCELED;
            case UNRECOGNIZED -> MessageStatus.QUEUED;
        };
        boolean optedOut = report.error().map(ProviderError::reason).filter(r -> r == Reason.OPTED_OUT).isPresent();
        var told = new StatusReport(report.providerMessageId(), report.messageId(), status, report.error().map(Failure::of), optedOut);
        world.traffic().outbox().report(connection.organization(), connection.id(), told);
    }

    private void take(Connection connection, OptOutSignal signal) {
        Optional<PhoneNumber> ours = PhoneNumber.parse(signal.ourNumber());
        if (ours.isEmpty()) {
            return;
        }
        var event = new Suppressions.Event("provider:" + signal.keyword(), world.nature().clock().instant());
        if (signal.keyword() == Keyword.STOP) {
            world.traffic().suppressions().optOut(connection.organization(), ours.get(), signal.contact(), event);
        } else if (signal.keyword() == Keyword.START) {
            world.traffic().suppressions().optIn(connection.organization(), ours.get(), signal.contact(), event);
        }
    }
}
