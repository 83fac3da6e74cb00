package dev.parley.core.intake;

import dev.parley.core.work.Dispatcher;
import dev.parley.core.world.Reports;
import dev.parley.core.world.World;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.IntakeJournal.Entry;
import dev.parley.ports.out.Suppressions;
import dev.parley.ports.spi.InboundHistory.ReceivedText;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.Ignored;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.OptOutSignal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Makes durable in the database what a believed webhook said, and wakes whoever has to do something about it. Thread-safe. */
final class EventIntake {

    private static final Logger LOG = System.getLogger(EventIntake.class.getName());

    private final World world;
    private final TextIntake texts;
    private final PartIntake parts;

    EventIntake(World world, Dispatcher dispatcher) {
        this.world = world;
        this.texts = new TextIntake(world, dispatcher);
        this.parts = new PartIntake(world, dispatcher, texts);
    }

    /** Knows the connection that brought something. */
    @FunctionalInterface
    interface Bringer {

        /** The connection; empty when it was removed meanwhile. */
        Optional<Connection> connection();
    }

    /**
     * Makes it durable; when it was before, nothing happens.
     *
     * @param bringer who knows what brought it; asked where it matters
     */
    void take(Entry entry, Bringer bringer) {
        switch (entry.event()) {
            case InboundText text -> bringer.connection()
                    .ifPresentOrElse(
                            from -> take(new Received(from, text, entry.receivedAt())),
                            () -> texts.takeFromNowhere(entry, text));
            case DeliveryReport report -> Reports.read(report)
                    .ifPresentOrElse(
                            told -> world.traffic().outbox().report(entry.organization(), entry.connection(), told),
                            () -> LOG.log(Level.INFO, "connection {0} reports a status that has no word here", entry.connection()));
            case OptOutSignal signal -> PhoneNumber.parse(signal.ourNumber()).ifPresent(ours -> take(entry, signal, ours));
            case Ignored(var why) -> LOG.log(Level.INFO, "a webhook of connection {0} was ignored: {1}", entry.connection(), why);
        }
    }

    /** Makes durable a text that its provider was asked for, as it came in then. */
    void takeLate(Connection connection, ReceivedText found) {
        texts.takeLate(connection, found);
    }

    private void take(Received received) {
        if (received.text().part().isPresent()) {
            parts.take(received);
        } else {
            texts.take(received);
        }
    }

    private void take(Entry entry, OptOutSignal signal, PhoneNumber ours) {
        Suppressions suppressions = world.traffic().suppressions();
        var event = new Suppressions.Event("provider:" + signal.keyword(), entry.receivedAt());
        switch (signal.keyword()) {
            case STOP -> suppressions.optOut(entry.organization(), ours, signal.contact(), event);
            case START -> suppressions.optIn(entry.organization(), ours, signal.contact(), event);
            case HELP -> LOG.log(Level.INFO, "a call for help is no opt-out");
        }
    }
}
