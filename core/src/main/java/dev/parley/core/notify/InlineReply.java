package dev.parley.core.notify;

import dev.parley.core.send.Handover;
import dev.parley.core.text.Cleaning;
import dev.parley.core.text.Segments;
import dev.parley.core.world.World;
import dev.parley.ports.Address;
import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.message.MessageHeader;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Pace;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Sends the text with which a customer's server answered a delivery. Thread-safe. */
public final class InlineReply {

    private static final Logger LOG = System.getLogger(InlineReply.class.getName());
    private static final int LONGEST = 1600;

    private final World world;
    private final Handover handover;

    /** Takes who hands over. */
    public InlineReply(World world, Handover handover) {
        this.world = world;
        this.handover = handover;
    }

    /**
     * Writes it down for whoever the delivery was about; once, however often the delivery is made.
     *
     * @return what hands it over; nothing when there is nothing to send
     */
    Optional<Runnable> begin(Delivery delivery, String reply) {
        String text = Cleaning.clean(reply);
        if (text.isEmpty() || text.length() > LONGEST) {
            LOG.log(Level.WARNING, "the reply of {0} characters to delivery {1} was not sent", text.length(), delivery.id());
            return Optional.empty();
        }
        return world.traffic()
                .messages()
                .find(delivery.organization(), delivery.about())
                .filter(InboundMessage.class::isInstance)
                .flatMap(message -> begin(delivery, message.header(), text));
    }

    private Optional<Runnable> begin(Delivery delivery, MessageHeader asked, String text) {
        Optional<PhoneNumber> contact = asked.from().flatMap(Address::phoneNumber);
        Optional<Connection> connection = world.setup().connections().find(asked.organization(), asked.connection());
        if (contact.isEmpty() || connection.isEmpty()) {
            return Optional.empty();
        }
        OutboundDraft draft = draft(delivery, asked, contact.get(), text);
        return world.traffic().outbox().begin(draft) instanceof Begun.Sending(var claim)
                ? Optional.of(() -> handover.handOver(claim, draft, connection.get(), Pace.Urgency.REPLY))
                : Optional.empty();
    }

    /** The message has the delivery's identity, so that a repeated delivery cannot make a second one. */
    private OutboundDraft draft(Delivery delivery, MessageHeader asked, PhoneNumber contact, String text) {
        return new OutboundDraft(
                new MessageId(delivery.id().value()),
                new ConversationId(world.nature().ids().next()),
                asked.organization(),
                Optional.of(delivery.agent()),
                asked.connection(),
                asked.to().phoneNumber(),
                contact,
                Segments.content(text),
                false,
                0,
                world.nature().clock().instant());
    }
}
