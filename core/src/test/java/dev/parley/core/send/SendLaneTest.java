package dev.parley.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.core.rig.Rig;
import dev.parley.core.work.Dispatcher;
import dev.parley.core.world.World;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.work.Claim;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendLaneTest {

    private static final SendFate PUT_OFF = new SendFate.Later(Duration.ZERO, new Failure("throttled", "Too many requests"));

    private final Rig rig = new Rig();

    @Test
    void a_text_whose_connection_cannot_be_read_waits_and_leaves_when_it_can() {
        Begun begun = rig.stores.outbox().begin(rig.samples.draft(rig.tenant).draft());
        Claim send = assertInstanceOf(Begun.Sending.class, begun).send();
        rig.stores.outbox().finish(send, PUT_OFF);
        lane().handle(rig.stores.work().claim(send.key()).orElseThrow());
        assertEquals(MessageStatus.QUEUED, rig.outbound().getFirst().status());
        rig.pass(Duration.ofMinutes(1));
        assertEquals(MessageStatus.SENT, rig.outbound().getFirst().status());
        assertEquals(1, rig.provider().sent().size());
    }

    @Test
    void a_reply_waits_for_the_one_before_it_that_was_put_off() {
        rig.provider().willAnswer(new SendOutcome.Unavailable("no route to host"), new SendOutcome.Unavailable("no route to host"));
        rig.text("First");
        rig.pass(Duration.ofSeconds(4));
        rig.text("Second");
        rig.pass(Duration.ofMinutes(10));
        List<String> accepted = rig.provider().sent().stream().skip(2).map(OutboundText::body).toList();
        assertEquals(rig.outbound().stream().map(text -> text.content().body()).toList(), accepted);
    }

    @Test
    void a_reply_does_not_wait_for_one_that_was_refused() {
        rig.provider().willAnswer(SendOutcome.refused(Reason.RECIPIENT_INVALID, "21211", "no number"));
        rig.text("First");
        rig.pass(Duration.ofSeconds(4));
        rig.text("Second");
        rig.pass(Duration.ofSeconds(4));
        assertEquals(2, rig.provider().sent().size());
    }

    /** A lane that knows the text and cannot read through what it is to be sent. */
    private SendLane lane() {
        World w = rig.world();
        World.Setup s = w.setup();
        var setup =
                new World.Setup(s.organizations(), s.apiKeys(), new AwayConnections(s.connections()), s.numbers(), s.agents());
        var world = new World(setup, w.traffic(), w.peers(), w.nature(), w.refuge());
        var dispatcher = new Dispatcher(w.traffic().work(), w.nature().tasks());
        return new SendLane(world, new Handover(world, dispatcher, new Courier(world, dispatcher), (_, _, _) -> false));
    }
}
