package dev.parley.core.send;

import dev.parley.core.work.WorkHandler;
import dev.parley.core.world.World;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageHeader;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.Pace;
import dev.parley.ports.out.Resumed;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.work.Claim;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes sends up again that were put off, or whose holder died. Thread-safe. */
public final class SendLane implements WorkHandler {

    private static final Failure NO_CONNECTION = new Failure(Reason.UNSUPPORTED.word(), "the connection was removed");

    static final Failure GIVEN_UP = new Failure("internal_error", "the text could not be handed over for a fault of ours");

    private final World world;
    private final Handover handover;

    /** Takes who hands over. */
    public SendLane(World world, Handover handover) {
        this.world = world;
        this.handover = handover;
    }

    @Override
    public void handle(Claim claim) {
        switch (world.traffic().outbox().resume(claim)) {
            case Resumed.Ready(var message) -> withConnection(
                    claim, message,
                    connection -> handover.handOver(claim, handover.parcel(message, connection), Pace.Urgency.REQUEST));
            case Resumed.Behind _ -> handover.giveWay(claim);
            case Resumed.Over _ -> {}
        }
    }

    /** What may have been handed over before becomes unknown here as well; the rest surely was not. */
    @Override
    public void giveUp(Claim claim) {
        if (!(world.traffic().outbox().resume(claim) instanceof Resumed.Over)) {
            world.traffic().outbox().finish(claim, new SendFate.Failed(GIVEN_UP, false));
        }
    }

    /** Sends what is ours to send, and whose turn it is. */
    void go(Claim claim, OutboundMessage message) {
        withConnection(claim, message, connection -> handover.handOver(claim, handover.parcel(message, connection)));
    }

    private void withConnection(Claim claim, OutboundMessage message, Consumer<Connection> send) {
        MessageHeader header = message.header();
        Optional<Connection> connection;
        try {
            connection = world.setup().connections().find(header.organization(), header.connection());
        } catch (StoreUnavailable later) {
            handover.putOff(claim, later);
            return;
        }
        connection.ifPresentOrElse(send, () -> world.traffic().outbox().finish(claim, new SendFate.Failed(NO_CONNECTION, false)));
    }
}
