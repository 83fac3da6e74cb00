package dev.parley.core.intake;

import dev.parley.core.work.Dispatcher;
import dev.parley.core.world.World;
import dev.parley.ports.Address;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.TextPart;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import java.util.Optional;

/** Makes a part of a long text durable, and has the text joined when it was the last one. Thread-safe. */
final class PartIntake {

    private final World world;
    private final Dispatcher dispatcher;
    private final TextIntake texts;

    PartIntake(World world, Dispatcher dispatcher, TextIntake texts) {
        this.world = world;
        this.dispatcher = dispatcher;
        this.texts = texts;
    }

    /** A part of which nobody can tell who sent it to whom fits no other, and is kept aside as it is. */
    void take(Received received) {
        Connection connection = received.connection();
        InboundText text = received.text();
        Optional<Address> from = Address.parse(text.from());
        Optional<Address> to = Address.parse(text.to());
        if (from.isPresent() && to.isPresent()) {
            add(new TextPart(world.nature().ids().next(), connection.organization(), connection.id(), from.get(), to.get(), text));
        } else {
            texts.take(new Received(connection, Joining.alone(text), received.at()));
        }
    }

    private void add(TextPart part) {
        if (world.traffic().longTexts().add(part) instanceof Acceptance.Stored(var work)) {
            work.ifPresent(due -> dispatcher.wake(due.key(), due.in()));
        }
    }
}
