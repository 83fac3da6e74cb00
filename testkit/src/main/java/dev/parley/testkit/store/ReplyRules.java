package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.Intake;
import dev.parley.ports.out.Release;
import dev.parley.ports.out.ReplyCommit;
import dev.parley.ports.out.ReplyDraft;
import dev.parley.ports.out.Settlement;
import dev.parley.ports.out.Suppressions;
import dev.parley.ports.work.Claim;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.DraftSample;
import java.util.List;
import java.util.Optional;

/** Answers of the reply lane: written down only while they are still the right thing to say. */
final class ReplyRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "R1",
                    "an answer is stored as sending, and what it answers is explained",
                    "commit",
                    ReplyRules::is_stored_as_sending),
            new Rule<>(
                    "R2",
                    "an answer that a newer text has overtaken is not written",
                    "inboundCount, compared in the transaction that writes",
                    ReplyRules::a_newer_text_wins),
            new Rule<>(
                    "R3",
                    "an answer to somebody who has opted out meanwhile is not written",
                    "the opt-out, looked up in the transaction",
                    ReplyRules::an_opt_out_wins),
            new Rule<>(
                    "R4",
                    "a text that says STOP wins over an answer",
                    "the opt-out, looked up in the transaction",
                    ReplyRules::a_stop_wins_over_an_answer),
            new Rule<>(
                    "R5",
                    "an answer in a conversation that a human has is not written",
                    "the state, looked up in the transaction",
                    ReplyRules::a_human_wins));

    private ReplyRules() {}

    private static void is_stored_as_sending(Scene scene) {
        ArrivalSample text = scene.text();
        Claim lane = scene.lane(text);
        DraftSample words = scene.draft().saying("We are.").byModel();
        Claim send = scene.commit(lane, scene.answer(lane, words));
        assertEquals(words.draft().id().value(), send.key().subject());
        OutboundMessage stored = scene.stored(words);
        assertEquals(MessageStatus.SENDING, stored.status());
        assertEquals("We are.", stored.content().body());
        assertTrue(stored.generatedByLlm());
        assertEquals(scene.stored(text).header().conversation(), stored.header().conversation());
        assertEquals(Optional.of(HandledAs.REPLIED), scene.stored(text).handledAs());
        assertEquals(Optional.of(words.draft().id()), scene.stored(text).reply());
        assertEquals(Optional.empty(), scene.conversation(lane.key()).unansweredSince());
        assertEquals(Release.EMPTY, scene.stores().replies().release(lane));
    }

    private static void a_newer_text_wins(Scene scene) {
        ArrivalSample text = scene.text();
        Claim lane = scene.lane(text);
        ReplyDraft answer = scene.answer(lane, scene.draft());
        scene.receive(scene.text().from(text.arrival().contact()));
        assertEquals(new ReplyCommit.Superseded(), scene.stores().replies().commit(lane, answer));
        assertNothingWritten(scene, text, answer);
    }

    private static void an_opt_out_wins(Scene scene) {
        ArrivalSample text = scene.text();
        Claim lane = scene.lane(text);
        ReplyDraft answer = scene.answer(lane, scene.draft());
        scene.stores()
                .suppressions()
                .optOut(scene.home().id(), scene.home().ours(), text.arrival().contact().value(),
                        new Suppressions.Event("operator", scene.now()));
        assertEquals(new ReplyCommit.OptedOut(), scene.stores().replies().commit(lane, answer));
        assertNothingWritten(scene, text, answer);
    }

    private static void a_stop_wins_over_an_answer(Scene scene) {
        ArrivalSample text = scene.text();
        Claim lane = scene.lane(text);
        ReplyDraft answer = scene.answer(lane, scene.draft());
        var stop = new Intake.OptOut("text:STOP", new Intake.Settled(HandledAs.OPT_OUT));
        scene.stores().inbox().accept(scene.text().from(text.arrival().contact()).to(stop).arrival());
        ReplyCommit commit = scene.stores().replies().commit(lane, answer);
        assertFalse(commit instanceof ReplyCommit.Sending, "the answer was written");
        assertNothingWritten(scene, text, answer);
    }

    private static void a_human_wins(Scene scene) {
        ArrivalSample text = scene.text();
        Claim lane = scene.lane(text);
        scene.stores()
                .replies()
                .settle(lane, new Settlement(List.of(text.arrival().id()), HandledAs.HUMAN, Optional.of(ConversationState.HUMAN)));
        ArrivalSample next = scene.text().from(text.arrival().contact());
        Claim again = scene.lane(next);
        ReplyDraft answer = scene.answer(again, scene.draft());
        assertEquals(new ReplyCommit.TakenOver(), scene.stores().replies().commit(again, answer));
        assertNothingWritten(scene, next, answer);
    }

    private static void assertNothingWritten(Scene scene, ArrivalSample text, ReplyDraft answer) {
        assertEquals(Optional.empty(), scene.stores().messages().find(scene.home().id(), answer.text().id()), "the answer is there");
        assertEquals(Optional.empty(), scene.stored(text).handledAs(), "the text counts as answered");
    }
}
