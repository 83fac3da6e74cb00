package dev.parley.core.intake;

import dev.parley.core.work.Dispatcher;
import dev.parley.core.world.Culprit;
import dev.parley.core.world.Reports;
import dev.parley.core.world.World;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.out.Suppressions;
import dev.parley.ports.spi.InboundHistory.ReceivedText;
import dev.parley.ports.spi.Receipt;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.Ignored;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.OptOutSignal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Supplier;

/** Makes durable what a believed webhook says, and wakes whoever has to do something about it. Thread-safe. */
public final class EventIntake {

    private static final Logger LOG = System.getLogger(EventIntake.class.getName());

    private final World world;
    private final TextIntake texts;
    private final PartIntake parts;
    private volatile boolean hasLostSomething;

    /** Takes whom to wake. */
    public EventIntake(World world, Dispatcher dispatcher) {
        this.world = world;
        this.texts = new TextIntake(world, dispatcher);
        this.parts = new PartIntake(world, dispatcher, texts);
    }

    /** Makes durable what {@code reading} yields, all of it or as much as it takes for nothing to be lost when it comes again. */
    Receipt take(Connection connection, Supplier<List<WebhookEvent>> reading) {
        try {
            reading.get().forEach(event -> take(connection, shortened(event)));
            return Receipt.STORED;
        } catch (StoreUnavailable later) {
            LOG.log(Level.WARNING, "what connection {0} brought could not be stored: {1}", connection.id(), later.getMessage());
            hasLostSomething = true;
        } catch (RuntimeException | LinkageError bug) {
            // Whoever is at fault, the carrier must not hear that the text is safe.
            LOG.log(Level.ERROR, "what connection {0} brought could not be taken: {1}", connection.id(), Culprit.of(bug));
        }
        return Receipt.NOT_STORED;
    }

    private static WebhookEvent shortened(WebhookEvent event) {
        return switch (event) {
            case InboundText text -> ProviderNames.shortened(text);
            case DeliveryReport report -> ProviderNames.shortened(report);
            case OptOutSignal signal -> signal;
            case Ignored ignored -> ignored;
        };
    }

    /** Makes durable a text that its provider was asked for, as it came in then. */
    void takeLate(Connection connection, ReceivedText found) {
        texts.takeLate(connection, found);
    }

    /** Whether something that was brought could not be stored since this was last asked. */
    boolean hasLostSomething() {
        boolean hasIt = hasLostSomething;
        hasLostSomething = false;
        return hasIt;
    }

    private void take(Connection connection, WebhookEvent event) {
        switch (event) {
            case InboundText text when text.part().isPresent() -> parts.take(connection, text);
            case InboundText text -> texts.take(connection, text);
            case DeliveryReport report -> Reports.read(report)
                    .ifPresentOrElse(
                            told -> world.traffic().outbox().report(connection.organization(), connection.id(), told),
                            () -> LOG.log(Level.INFO, "connection {0} reports a status that has no word here", connection.id()));
            case OptOutSignal signal -> PhoneNumber.parse(signal.ourNumber()).ifPresent(ours -> take(connection, signal, ours));
            case Ignored(var why) -> LOG.log(Level.INFO, "a webhook of connection {0} was ignored: {1}", connection.id(), why);
        }
    }

    private void take(Connection connection, OptOutSignal signal, PhoneNumber ours) {
        Suppressions suppressions = world.traffic().suppressions();
        var event = new Suppressions.Event("provider:" + signal.keyword(), world.nature().clock().instant());
        switch (signal.keyword()) {
            case STOP -> suppressions.optOut(connection.organization(), ours, signal.contact(), event);
            case START -> suppressions.optIn(connection.organization(), ours, signal.contact(), event);
            case HELP -> LOG.log(Level.INFO, "a call for help is no opt-out");
        }
    }
}
