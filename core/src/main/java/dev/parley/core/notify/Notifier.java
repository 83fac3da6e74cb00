package dev.parley.core.notify;

import dev.parley.core.intake.Keywords;
import dev.parley.core.work.Dispatcher;
import dev.parley.core.world.World;
import dev.parley.ports.DeliveryId;
import dev.parley.ports.Keyword;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.notify.CustomerEvent.MessageReceived;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryStatus;
import dev.parley.ports.out.Deliveries.Opened;
import dev.parley.ports.out.Release;
import dev.parley.ports.out.ReplyWindow;
import dev.parley.ports.out.ReplyWindow.Responder;
import dev.parley.ports.work.Claim;
import java.util.List;
import java.util.Optional;

/** Tells a business about the texts that wait in a conversation. Thread-safe. */
public final class Notifier {

    private final World world;
    private final Dispatcher dispatcher;

    /** Takes who sees to the deliveries. */
    public Notifier(World world, Dispatcher dispatcher) {
        this.world = world;
        this.dispatcher = dispatcher;
    }

    /** Writes one delivery for each text, has them tried at once, and gives the lane back. */
    public Release tell(Claim lane, ReplyWindow window) {
        Agent agent = window.responder().map(Responder::agent).orElseThrow(() -> new IllegalStateException("nobody answers here"));
        List<Delivery> deliveries = window.unanswered().stream().map(text -> delivery(agent, window, text)).toList();
        Opened opened = world.traffic().deliveries().open(lane, deliveries);
        opened.claims().forEach(dispatcher::hand);
        return opened.lane();
    }

    private Delivery delivery(Agent agent, ReplyWindow window, InboundMessage text) {
        MessageReceived event = event(agent, window, text);
        return new Delivery(
                new DeliveryId(world.nature().ids().next()),
                agent.organization(),
                agent.id(),
                event.name(),
                text.id(),
                agent.config().inboundWebhookUrl().orElseThrow(() -> new IllegalStateException("a notifying agent has an address")),
                world.peers().webhooks().render(event),
                DeliveryStatus.PENDING,
                List.of(),
                Optional.empty(),
                world.nature().clock().instant());
    }

    private static MessageReceived event(Agent agent, ReplyWindow window, InboundMessage text) {
        var conversation = window.conversation();
        return new MessageReceived(
                conversation.contact().value(),
                conversation.ourNumber().e164(),
                text.content().body(),
                agent.organization(),
                agent.id(),
                conversation.id(),
                text.providerMessageId(),
                text.id(),
                text.header().createdAt(),
                text.content().media(),
                Keywords.match(text.content().body()).filter(k -> k == Keyword.STOP).isPresent());
    }
}
