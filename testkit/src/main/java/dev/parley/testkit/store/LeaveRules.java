package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.message.Failure;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.out.Intake;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.Outbox.Leave;
import dev.parley.ports.out.Resumed;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.work.Claim;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.DraftSample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The last look at a text before it leaves. */
final class LeaveRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "U10",
                    "a text may leave until its contact opts out",
                    "the opt-out, looked up in mayLeave",
                    LeaveRules::may_leave_until_stopped),
            new Rule<>(
                    "U11",
                    "a text may leave as long as its claim holds and its lease is not over",
                    "the epoch and the due time, compared in mayLeave",
                    LeaveRules::may_leave_while_held),
            new Rule<>(
                    "U12",
                    "a reply leaves behind the earlier replies of its conversation that have yet to leave",
                    "the earlier replies that are queued or sending, looked up in mayLeave and in resume",
                    LeaveRules::replies_leave_in_order),
            new Rule<>(
                    "U13",
                    "a reply that waits keeps back neither other conversations, nor texts that are no replies, nor anybody for ever",
                    "conversation, is_reply and the age of the earlier reply, in mayLeave",
                    LeaveRules::who_does_not_wait));

    private static final Failure BUSY = new Failure("throttled", "20429: Too many requests");
    private static final SendFate.Sent SENT = new SendFate.Sent(List.of("PM1"), Optional.empty(), Optional.empty());

    private LeaveRules() {}

    private static void may_leave_until_stopped(Scene scene) {
        DraftSample text = scene.draft();
        Claim send = scene.begin(text);
        Claim other = scene.begin(scene.draft());
        assertEquals(Leave.NOW, scene.stores().outbox().mayLeave(send));
        ArrivalSample stop = scene.text().from(text.draft().to());
        scene.stores().inbox().accept(stop.to(new Intake.OptOut("text:STOP", new Intake.Settled(HandledAs.OPT_OUT))).arrival());
        assertEquals(Leave.STOPPED, scene.stores().outbox().mayLeave(send));
        assertEquals(Leave.NOW, scene.stores().outbox().mayLeave(other));
    }

    private static void may_leave_while_held(Scene scene) {
        Claim send = scene.begin(scene.draft());
        scene.pass(Claim.LEASE.minusSeconds(1));
        assertEquals(Leave.NOW, scene.stores().outbox().mayLeave(send));
        scene.pass(Duration.ofSeconds(2));
        assertEquals(Leave.STOPPED, scene.stores().outbox().mayLeave(send));
        Claim later = scene.claim(send.key());
        assertEquals(Leave.STOPPED, scene.stores().outbox().mayLeave(send));
        assertEquals(Leave.NOW, scene.stores().outbox().mayLeave(later));
        scene.stores().outbox().finish(later, SENT);
        assertEquals(Leave.STOPPED, scene.stores().outbox().mayLeave(later));
    }

    private static void replies_leave_in_order(Scene scene) {
        Outbox outbox = scene.stores().outbox();
        ArrivalSample text = scene.text();
        Claim first = reply(scene, text);
        Claim second = reply(scene, scene.text().from(text.arrival().contact()));
        assertEquals(Leave.NOW, outbox.mayLeave(first));
        assertEquals(Leave.BEHIND, outbox.mayLeave(second), "the first is being handed over");
        Claim secondAgain = putOff(scene, second);
        Claim firstAgain = putOff(scene, first);
        assertEquals(new Resumed.Behind(), outbox.resume(secondAgain), "the first waits");
        assertInstanceOf(Resumed.Ready.class, outbox.resume(firstAgain));
        outbox.finish(firstAgain, SENT);
        Claim last = putOff(scene, secondAgain);
        assertInstanceOf(Resumed.Ready.class, outbox.resume(last));
        assertEquals(Leave.NOW, outbox.mayLeave(last));
    }

    private static void who_does_not_wait(Scene scene) {
        Outbox outbox = scene.stores().outbox();
        ArrivalSample text = scene.text();
        Claim first = reply(scene, text);
        outbox.finish(first, new SendFate.Later(Outbox.FRESH.multipliedBy(2), BUSY));
        Claim elsewhere = reply(scene, scene.text());
        assertEquals(Leave.NOW, outbox.mayLeave(elsewhere), "another conversation");
        Claim program = scene.begin(scene.draft().to(text.arrival().contact().phoneNumber().orElseThrow()));
        assertEquals(Leave.NOW, outbox.mayLeave(program), "a program's text");
        scene.pass(Outbox.FRESH.plusSeconds(1));
        Claim late = reply(scene, scene.text().from(text.arrival().contact()));
        assertEquals(Leave.NOW, outbox.mayLeave(late), "the first does not leave any more");
    }

    /** A reply to a text that has just come in, written down a moment after whatever was before it. */
    private static Claim reply(Scene scene, ArrivalSample text) {
        scene.pass(Duration.ofMillis(10));
        Claim lane = scene.lane(text.at(scene.now()));
        Claim send = scene.commit(lane, scene.answer(lane, scene.draft().to(text.arrival().contact().phoneNumber().orElseThrow())));
        scene.stores().replies().release(lane);
        return send;
    }

    /** The same send, put off for a moment and claimed anew. */
    private static Claim putOff(Scene scene, Claim send) {
        assertTrue(scene.stores().outbox().finish(send, new SendFate.Later(Duration.ZERO, BUSY)));
        scene.pass(Duration.ofMillis(10));
        return scene.claim(send.key());
    }
}
