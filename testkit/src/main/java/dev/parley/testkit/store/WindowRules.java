package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.PhoneNumber;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.conversation.Role;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.out.Intake;
import dev.parley.ports.out.ReplyWindow;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.Suppressions;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.DraftSample;
import dev.parley.testkit.sample.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the reply lane is shown of a conversation. */
final class WindowRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "Y1",
                    "what waits is shown oldest first, and what is settled is not",
                    "the where and the order of unanswered",
                    WindowRules::shows_what_waits),
            new Rule<>(
                    "Y2",
                    "the latest turns are shown oldest first, of both sides",
                    "the order and the limit of the history",
                    WindowRules::shows_the_latest_turns),
            new Rule<>(
                    "Y3",
                    "a text of ours that did not go was not said",
                    "the status in the where of the history",
                    WindowRules::what_did_not_go_was_not_said),
            new Rule<>(
                    "Y4",
                    "only the conversation itself is shown",
                    "the conversation in the where of the history",
                    WindowRules::shows_no_other_conversation),
            new Rule<>(
                    "Y5",
                    "who answers is the number's agent as it is now, with its connection",
                    "the join over the number",
                    WindowRules::shows_who_answers_now),
            new Rule<>(
                    "Y6",
                    "a number without an agent has nobody who answers",
                    "the join over the number",
                    WindowRules::nobody_may_answer),
            new Rule<>(
                    "Y7",
                    "answers of the last hour are counted, other texts of ours are not",
                    "the mark of a reply, and the hour",
                    WindowRules::counts_recent_answers),
            new Rule<>("Y8", "it is known whether a model has spoken before", "generatedByLlm", WindowRules::knows_whether_a_model_spoke),
            new Rule<>("Y9", "it is known whether the contact has opted out", "optedOut", WindowRules::knows_the_opt_out),
            new Rule<>(
                    "Y10",
                    "each text that came in is counted, settled or not",
                    "inboundCount: a count, not the highest id",
                    WindowRules::counts_every_text),
            new Rule<>(
                    "Y11",
                    "each of twenty texts that come at once is counted and waits",
                    "a count that is raised by the database, not read and written back",
                    WindowRules::counts_texts_that_come_at_once),
            new Rule<>(
                    "Y12",
                    "what waits is shown last, also when it came before our latest text and is stored after it",
                    "the order of the history: a carrier's late text, or one that the journal kept, has the time at which it came",
                    WindowRules::shows_last_what_waits));

    private WindowRules() {}

    private static void shows_what_waits(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        List<ArrivalSample> texts = List.of(
                scene.text().from(contact),
                scene.text().from(contact),
                scene.text().from(contact).to(new Intake.Settled(HandledAs.HELP)));
        texts.reversed().forEach(t -> scene.stores().inbox().accept(t.arrival()));
        ReplyWindow window = scene.window(scene.claim(lane(scene, texts.getFirst())));
        assertEquals(List.of(scene.stored(texts.get(0)), scene.stored(texts.get(1))), window.unanswered());
        assertEquals(scene.conversation(lane(scene, texts.getFirst())), window.conversation());
    }

    private static void shows_the_latest_turns(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        scene.stores().inbox().accept(scene.text().from(contact).saying("one").to(new Intake.Settled(HandledAs.OFF)).arrival());
        scene.begin(scene.draft().to(contact).saying("two"));
        Claim lane = scene.lane(scene.text().from(contact).saying("three"));
        List<Turn> all = List.of(new Turn(Role.USER, "one"), new Turn(Role.ASSISTANT, "two"), new Turn(Role.USER, "three"));
        assertEquals(all, scene.window(lane).turns());
        assertEquals(all.subList(1, 3), scene.stores().replies().window(lane, 2).orElseThrow().turns());
    }

    private static void what_did_not_go_was_not_said(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        Claim send = scene.begin(scene.draft().to(contact));
        scene.stores().outbox().finish(send, new SendFate.Failed(new Failure("content_rejected", "30007: filtered"), false));
        Claim lane = scene.lane(scene.text().from(contact).saying("Hello"));
        assertEquals(List.of(new Turn(Role.USER, "Hello")), scene.window(lane).turns());
        assertFalse(scene.window(lane).standing().modelHasSpoken());
    }

    private static void shows_no_other_conversation(Scene scene) {
        scene.receive(scene.text().saying("somebody else's"));
        scene.receive(scene.text(scene.tenant()).saying("somewhere else"));
        Claim lane = scene.lane(scene.text().saying("mine"));
        assertEquals(List.of(new Turn(Role.USER, "mine")), scene.window(lane).turns());
        assertEquals(1, scene.window(lane).unanswered().size());
        assertEquals(1, scene.window(lane).inboundCount());
    }

    private static void shows_who_answers_now(Scene scene) {
        Tenant home = scene.home();
        Claim lane = scene.lane(scene.text());
        Agent next = scene.samples().agent(home.id(), home.connection().id());
        scene.stores().agents().insert(next);
        reassign(scene, next);
        ReplyWindow.Responder responder = scene.window(lane).responder().orElseThrow();
        assertEquals(next.id(), responder.agent().id());
        assertEquals(next.config(), responder.agent().config());
        assertEquals(next.defaultVariables(), responder.agent().defaultVariables());
        assertEquals(home.connection().id(), responder.connection().id());
        assertEquals(home.connection().credentials(), responder.connection().credentials());
    }

    private static void nobody_may_answer(Scene scene) {
        Claim lane = scene.lane(scene.text());
        assertTrue(scene.window(lane).responder().isPresent());
        scene.stores().agents().delete(scene.home().id(), scene.home().agent().id());
        assertEquals(Optional.empty(), scene.window(lane).responder());
        scene.stores().numbers().delete(scene.home().id(), scene.home().number().id());
        assertEquals(Optional.empty(), scene.window(lane).responder());
    }

    private static void counts_recent_answers(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        scene.begin(scene.draft().to(contact));
        Claim lane = scene.lane(scene.text().from(contact));
        assertEquals(0, scene.window(lane).standing().recentReplies());
        scene.commit(lane, scene.answer(lane, scene.draft()));
        assertEquals(1, scene.window(lane).standing().recentReplies());
        scene.pass(Duration.ofMinutes(57));
        Claim later = scene.takeOver(lane);
        assertEquals(1, scene.window(later).standing().recentReplies());
        scene.pass(Duration.ofMinutes(3));
        assertEquals(0, scene.window(scene.takeOver(later)).standing().recentReplies());
    }

    private static void knows_whether_a_model_spoke(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        DraftSample byHand = scene.draft().to(contact);
        scene.begin(byHand);
        Claim lane = scene.lane(scene.text().from(contact));
        assertFalse(scene.window(lane).standing().modelHasSpoken());
        scene.commit(lane, scene.answer(lane, scene.draft().byModel()));
        assertTrue(scene.window(lane).standing().modelHasSpoken());
    }

    private static void knows_the_opt_out(Scene scene) {
        ArrivalSample text = scene.text();
        Claim lane = scene.lane(text);
        assertFalse(scene.window(lane).standing().optedOut());
        scene.stores()
                .suppressions()
                .optOut(scene.home().id(), scene.home().ours(), text.arrival().contact().value(),
                        new Suppressions.Event("operator", scene.now()));
        assertTrue(scene.window(lane).standing().optedOut());
    }

    private static void counts_every_text(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        Claim lane = scene.lane(scene.text().from(contact));
        long before = scene.window(lane).inboundCount();
        scene.stores().inbox().accept(scene.text().from(contact).to(new Intake.Settled(HandledAs.OFF)).arrival());
        scene.receive(scene.text().from(contact));
        assertEquals(before + 2, scene.window(lane).inboundCount());
    }

    private static void counts_texts_that_come_at_once(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        List<ArrivalSample> texts = IntStream.range(0, 20).mapToObj(_ -> scene.text().from(contact)).toList();
        Crowd.of(20, i -> scene.receive(texts.get(i)));
        ReplyWindow window = scene.window(scene.claim(lane(scene, texts.getFirst())));
        assertEquals(20, window.inboundCount());
        assertEquals(texts.stream().map(scene::stored).toList(), window.unanswered());
    }

    private static void shows_last_what_waits(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        Instant before = scene.now();
        scene.begin(scene.draft().to(contact).saying("ours"));
        Claim lane = scene.lane(scene.text().from(contact).saying("late").at(before.minusSeconds(60)));
        List<Turn> all = List.of(new Turn(Role.ASSISTANT, "ours"), new Turn(Role.USER, "late"));
        assertEquals(all, scene.window(lane).turns());
        assertEquals(all.subList(1, 2), scene.stores().replies().window(lane, 1).orElseThrow().turns());
    }

    private static void reassign(Scene scene, Agent agent) {
        AssignedNumber n = scene.stores().numbers().find(scene.home().id(), scene.home().number().id()).orElseThrow();
        scene.stores()
                .numbers()
                .update(new AssignedNumber(
                        n.id(),
                        n.organization(),
                        n.number(),
                        n.connection(),
                        Optional.of(agent.id()),
                        n.version(),
                        n.createdAt(),
                        scene.now()));
    }

    private static WorkKey lane(Scene scene, ArrivalSample text) {
        InboundMessage stored = scene.stored(text);
        return WorkKey.reply(stored.header().organization(), stored.header().conversation().orElseThrow());
    }
}
