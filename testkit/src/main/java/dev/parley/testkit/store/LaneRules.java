package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.MessageId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.out.Intake;
import dev.parley.ports.out.Release;
import dev.parley.ports.out.ReplyDraft;
import dev.parley.ports.out.Settlement;
import dev.parley.ports.work.Claim;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The reply lane, held and given back. */
final class LaneRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "E1",
                    "the lane stays held until it is given back",
                    "that commit leaves the lease alone",
                    LaneRules::the_lane_stays_held),
            new Rule<>("E2", "a lane in which nothing waits ends", "release", LaneRules::an_empty_lane_ends),
            new Rule<>(
                    "E3",
                    "a lane in which something waits is due at once, whatever the delay of the text",
                    "release",
                    LaneRules::a_lane_with_more_is_due),
            new Rule<>(
                    "E4",
                    "settling explains the texts, and ends a lane in which nothing else waits",
                    "settle",
                    LaneRules::settling_explains),
            new Rule<>("E5", "settling some leaves the lane due for the others", "settle", LaneRules::settling_some_leaves_the_others),
            new Rule<>(
                    "E6",
                    "a text that comes while a lane is given back is never forgotten",
                    "lock the lane's row in accept and in release",
                    LaneRules::no_text_falls_between),
            new Rule<>(
                    "E7",
                    "an answer whose text comes at the same moment is overtaken or leaves it waiting",
                    "lock the conversation's row",
                    LaneRules::no_text_is_answered_unseen),
            new Rule<>("E8", "a lane that was given back is counted anew", "attempts in what release does", LaneRules::is_counted_anew));

    private static final int ROUNDS = 15;

    private LaneRules() {}

    private static void the_lane_stays_held(Scene scene) {
        Claim lane = scene.lane(scene.text());
        scene.commit(lane, scene.answer(lane, scene.draft()));
        assertFalse(scene.isClaimable(lane.key()), "somebody else can claim the lane");
        assertTrue(scene.stores().work().renew(lane), "the lane is no longer held");
    }

    private static void an_empty_lane_ends(Scene scene) {
        Claim lane = scene.lane(scene.text());
        scene.commit(lane, scene.answer(lane, scene.draft()));
        assertEquals(Release.EMPTY, scene.stores().replies().release(lane));
        scene.pass(Duration.ofHours(1));
        assertFalse(scene.isClaimable(lane.key()), "the lane is due although nothing waits");
    }

    private static void a_lane_with_more_is_due(Scene scene) {
        ArrivalSample text = scene.text();
        Claim lane = scene.lane(text);
        scene.commit(lane, scene.answer(lane, scene.draft()));
        scene.receive(scene.text().from(text.arrival().contact()).to(new Intake.AwaitReply(Duration.ofSeconds(60))));
        assertEquals(Release.MORE_WAITS, scene.stores().replies().release(lane));
        assertTrue(scene.isClaimable(lane.key()), "the lane is not due although something waits");
    }

    private static void settling_explains(Scene scene) {
        ArrivalSample text = scene.text();
        Claim lane = scene.lane(text);
        assertEquals(Release.EMPTY, settle(scene, lane, text));
        assertEquals(Optional.of(HandledAs.CAPPED), scene.stored(text).handledAs());
        assertEquals(Optional.empty(), scene.stored(text).reply());
        assertEquals(ConversationState.AI, scene.conversation(lane.key()).state());
        assertFalse(scene.isClaimable(lane.key()), "the lane is due although nothing waits");
    }

    private static void settling_some_leaves_the_others(Scene scene) {
        ArrivalSample first = scene.text();
        ArrivalSample second = scene.text().from(first.arrival().contact());
        scene.receive(first);
        Claim lane = scene.lane(second);
        assertEquals(Release.MORE_WAITS, settle(scene, lane, first));
        List<MessageId> waiting = scene.window(scene.claim(lane.key())).unanswered().stream().map(InboundMessage::id).toList();
        assertEquals(List.of(second.arrival().id()), waiting);
    }

    private static void no_text_falls_between(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        for (int round = 0; round < ROUNDS; round++) {
            Claim lane = scene.lane(scene.text().from(contact));
            scene.commit(lane, scene.answer(lane, scene.draft()));
            ArrivalSample next = scene.text().from(contact);
            Crowd.both(() -> scene.stores().replies().release(lane), () -> scene.stores().inbox().accept(next.arrival()));
            Claim again = scene.claim(lane.key());
            scene.commit(again, scene.answer(again, scene.draft()));
            scene.stores().replies().release(again);
        }
    }

    private static void no_text_is_answered_unseen(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        for (int round = 0; round < ROUNDS; round++) {
            Claim lane = scene.lane(scene.text().from(contact));
            ReplyDraft answer = scene.answer(lane, scene.draft());
            ArrivalSample next = scene.text().from(contact);
            Crowd.both(() -> scene.stores().replies().commit(lane, answer), () -> scene.stores().inbox().accept(next.arrival()));
            assertEquals(Optional.empty(), scene.stored(next).handledAs());
            assertEquals(Release.MORE_WAITS, scene.stores().replies().release(lane));
            Claim again = scene.claim(lane.key());
            scene.commit(again, scene.answer(again, scene.draft()));
            assertEquals(Release.EMPTY, scene.stores().replies().release(again));
        }
    }

    private static void is_counted_anew(Scene scene) {
        ArrivalSample text = scene.text();
        Claim second = scene.takeOver(scene.lane(text));
        assertEquals(1, second.attempts());
        scene.commit(second, scene.answer(second, scene.draft()));
        scene.receive(scene.text().from(text.arrival().contact()));
        assertEquals(Release.MORE_WAITS, scene.stores().replies().release(second));
        assertEquals(0, scene.claim(second.key()).attempts());
    }

    private static Release settle(Scene scene, Claim lane, ArrivalSample text) {
        return scene.stores().replies().settle(lane, new Settlement(List.of(text.arrival().id()), HandledAs.CAPPED, Optional.empty()));
    }
}
