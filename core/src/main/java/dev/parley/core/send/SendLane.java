package dev.parley.core.send;

import dev.parley.core.work.WorkHandler;
import dev.parley.core.world.World;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageHeader;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.Resumed;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.work.Claim;

/** Takes sends up again that were put off, or whose holder died. Thread-safe. */
public final class SendLane implements WorkHandler {

    private static final Failure NO_CONNECTION = new Failure(Reason.UNSUPPORTED.word(), "the connection was removed");

    private static final Failure GIVEN_UP = new Failure("internal_error", "the text could not be handed over for a fault of ours");

    private final World world;
    private final Handover handover;

    /** Takes who hands over. */
    public SendLane(World world, Handover handover) {
        this.world = world;
        this.handover = handover;
    }

    @Override
    public void handle(Claim claim) {
        if (world.traffic().outbox().resume(claim) instanceof Resumed.Ready(var message)) {
            send(claim, message);
        }
    }

    /** What may have been handed over before becomes unknown here as well; the rest surely was not. */
    @Override
    public void giveUp(Claim claim) {
        if (world.traffic().outbox().resume(claim) instanceof Resumed.Ready) {
            world.traffic().outbox().finish(claim, new SendFate.Failed(GIVEN_UP, false));
        }
    }

    private void send(Claim claim, OutboundMessage message) {
        MessageHeader header = message.header();
        world.setup()
                .connections()
                .find(header.organization(), header.connection())
                .ifPresentOrElse(
                        connection -> handover.handOver(claim, handover.parcel(message, connection)),
                        () -> world.traffic().outbox().finish(claim, new SendFate.Failed(NO_CONNECTION, false)));
    }
}
