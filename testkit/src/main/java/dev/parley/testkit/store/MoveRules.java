package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.conversation.Role;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.Intake;
import dev.parley.ports.out.ReplyWindow;
import dev.parley.ports.out.Resumed;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.DraftSample;
import dev.parley.testkit.sample.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A number of ours that another connection carries from now on: what was said on it stays, and what is under way arrives. */
final class MoveRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "K1",
                    "a number that moves keeps its conversations, with all that was said in them",
                    "the key of a conversation: two numbers, no connection",
                    MoveRules::keeps_its_conversations),
            new Rule<>(
                    "K2",
                    "what waits when its number moves is answered through the new connection",
                    "the join over the number, not over the texts",
                    MoveRules::is_answered_through_the_new_one),
            new Rule<>(
                    "K3",
                    "a report about a text that went through the old connection finds it there, and only there",
                    "the connection of the text in the where",
                    MoveRules::reports_come_through_the_old_one),
            new Rule<>(
                    "K4",
                    "who opted out before a number moved has opted out after",
                    "the key of an opt-out: two numbers, no connection",
                    MoveRules::opt_outs_hold),
            new Rule<>(
                    "K5",
                    "a text that is put off when its number moves goes through the connection that it was given to",
                    "the connection of the text in resume",
                    MoveRules::under_way_stays_where_it_is),
            new Rule<>(
                    "K6",
                    "a number that was given up and is assigned anew finds its conversations again",
                    "that nothing goes with the number, and that nothing is looked for by its identity",
                    MoveRules::finds_its_conversations_again));

    private MoveRules() {}

    private static void keeps_its_conversations(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        WorkKey before = scene.receive(scene.text().from(contact).saying("before"));
        Tenant moved = move(scene);
        WorkKey after = scene.receive(scene.text(moved).from(contact).saying("after"));
        assertEquals(before, after);
        assertEquals(List.of(new Turn(Role.USER, "before"), new Turn(Role.USER, "after")), scene.window(scene.claim(after)).turns());
        DraftSample ours = scene.draft(moved).to(contact);
        scene.begin(ours);
        assertEquals(Optional.of(before.subject()), scene.stored(ours).header().conversation().map(id -> id.value()));
    }

    private static void is_answered_through_the_new_one(Scene scene) {
        ArrivalSample text = scene.text();
        WorkKey lane = scene.receive(text);
        Tenant moved = move(scene);
        ReplyWindow window = scene.window(scene.claim(lane));
        assertEquals(List.of(scene.stored(text)), window.unanswered());
        assertEquals(moved.connection().id(), window.responder().orElseThrow().connection().id());
        assertEquals(scene.home().agent().id(), window.responder().orElseThrow().agent().id());
    }

    private static void reports_come_through_the_old_one(Scene scene) {
        DraftSample text = scene.draft();
        Claim send = scene.begin(text);
        scene.stores().outbox().finish(send, new SendFate.Sent(List.of("PM1"), Optional.empty(), Optional.empty()));
        Tenant moved = move(scene);
        report(scene, moved.connection().id(), MessageStatus.DELIVERED);
        assertEquals(MessageStatus.SENT, scene.stored(text).status());
        report(scene, scene.home().connection().id(), MessageStatus.DELIVERED);
        assertEquals(MessageStatus.DELIVERED, scene.stored(text).status());
    }

    private static void opt_outs_hold(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        scene.receive(scene.text().from(contact).to(new Intake.OptOut("text:STOP", Scene.AT_ONCE)));
        Tenant moved = move(scene);
        assertInstanceOf(Begun.OptedOut.class, scene.stores().outbox().begin(scene.draft(moved).to(contact).draft()));
        assertTrue(scene.window(scene.lane(scene.text(moved).from(contact))).standing().optedOut());
    }

    private static void under_way_stays_where_it_is(Scene scene) {
        Claim send = scene.begin(scene.draft());
        scene.stores().outbox().finish(send, new SendFate.Later(Duration.ofSeconds(1), new Failure("throttled", "429: slowly")));
        move(scene);
        scene.pass(Duration.ofSeconds(1));
        var ready = assertInstanceOf(Resumed.Ready.class, scene.stores().outbox().resume(scene.claim(send.key())));
        assertEquals(scene.home().connection().id(), ready.message().header().connection());
    }

    private static void finds_its_conversations_again(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        WorkKey before = scene.receive(scene.text().from(contact).saying("before"));
        scene.stores().numbers().delete(scene.home().id(), scene.home().number().id());
        Tenant again = assignAnew(scene);
        WorkKey after = scene.receive(scene.text(again).from(contact).saying("after"));
        assertEquals(before, after);
        ReplyWindow window = scene.window(scene.claim(after));
        assertEquals(2, window.turns().size());
        assertEquals(scene.home().agent().id(), window.responder().orElseThrow().agent().id());
    }

    /** The home's number under another identity. */
    private static Tenant assignAnew(Scene scene) {
        AssignedNumber n = scene.samples().number(scene.home().connection(), scene.home().agent());
        AssignedNumber anew = new AssignedNumber(
                n.id(),
                n.organization(),
                scene.home().ours(),
                n.connection(),
                n.agent(),
                1,
                n.createdAt(),
                n.updatedAt());
        assertTrue(scene.stores().numbers().insert(anew));
        return new Tenant(scene.home().organization(), scene.home().connection(), scene.home().agent(), anew);
    }

    /** The home's number is carried by a second connection from now on. */
    private static Tenant move(Scene scene) {
        Connection next = scene.samples().connection(scene.home().id());
        scene.stores().connections().insert(next);
        AssignedNumber n = scene.home().number();
        assertTrue(scene.stores().numbers().update(carriedBy(next, n)));
        AssignedNumber moved = scene.stores().numbers().find(scene.home().id(), n.id()).orElseThrow();
        return new Tenant(scene.home().organization(), next, scene.home().agent(), moved);
    }

    private static AssignedNumber carriedBy(Connection connection, AssignedNumber n) {
        return new AssignedNumber(
                n.id(),
                n.organization(),
                n.number(),
                connection.id(),
                n.agent(),
                n.version(),
                n.createdAt(),
                n.updatedAt());
    }

    private static void report(Scene scene, ConnectionId connection, MessageStatus status) {
        var report = new StatusReport("PM1", Optional.empty(), status, Optional.empty(), false, Optional.empty());
        scene.stores().outbox().report(scene.home().id(), connection, report);
    }
}
