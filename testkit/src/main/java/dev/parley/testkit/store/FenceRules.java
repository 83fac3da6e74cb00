package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.Deliveries;
import dev.parley.ports.out.DeliveryFate;
import dev.parley.ports.out.Release;
import dev.parley.ports.out.ReplyCommit;
import dev.parley.ports.out.ReplyDraft;
import dev.parley.ports.out.Resumed;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.Settlement;
import dev.parley.ports.work.Claim;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.DraftSample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whoever was thought dead, and comes back when somebody else has claimed the work, can do no harm. */
final class FenceRules {

    private static final String HELP = "the epoch in the where of the write, in the same transaction";

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>("F1", "whoever lost the lane is shown nothing of it", HELP, FenceRules::no_window),
            new Rule<>("F2", "whoever lost the lane cannot commit an answer", HELP, FenceRules::no_commit),
            new Rule<>("F3", "whoever lost the lane cannot settle it", HELP, FenceRules::no_settlement),
            new Rule<>("F4", "whoever lost the lane cannot give it back, renew or postpone it", HELP, FenceRules::no_release),
            new Rule<>("F5", "whoever lost the lane cannot open deliveries from it", HELP, FenceRules::no_deliveries),
            new Rule<>(
                    "F6",
                    "whoever lost a send cannot decide about it; that the provider took it is true all the same",
                    HELP,
                    FenceRules::no_fate),
            new Rule<>("F7", "whoever lost a send cannot take it up again", HELP, FenceRules::no_resumption),
            new Rule<>("F8", "whoever lost a delivery can neither see it nor record an attempt", HELP, FenceRules::no_attempt),
            new Rule<>(
                    "F9",
                    "work that was given back is no longer held by who gave it",
                    "postpone and release end the hold",
                    FenceRules::given_back_is_given_back));

    private FenceRules() {}

    private static void no_window(Scene scene) {
        Claim lost = scene.lane(scene.text());
        Claim held = scene.takeOver(lost);
        assertEquals(Optional.empty(), scene.stores().replies().window(lost, 10));
        assertTrue(scene.stores().replies().window(held, 10).isPresent());
    }

    private static void no_commit(Scene scene) {
        ArrivalSample text = scene.text();
        Claim lost = scene.lane(text);
        ReplyDraft answer = scene.answer(lost, scene.draft());
        Claim held = scene.takeOver(lost);
        assertEquals(new ReplyCommit.Fenced(), scene.stores().replies().commit(lost, answer));
        assertEquals(Optional.empty(), scene.stores().messages().find(scene.home().id(), answer.text().id()));
        assertEquals(Optional.empty(), scene.stored(text).handledAs());
        scene.commit(held, answer);
    }

    private static void no_settlement(Scene scene) {
        ArrivalSample text = scene.text();
        Claim lost = scene.lane(text);
        Claim held = scene.takeOver(lost);
        assertEquals(Release.FENCED,
                scene.stores()
                        .replies()
                        .settle(lost, new Settlement(List.of(text.arrival().id()), HandledAs.HUMAN, Optional.of(ConversationState.HUMAN))));
        assertEquals(Optional.empty(), scene.stored(text).handledAs());
        assertEquals(ConversationState.AI, scene.conversation(held.key()).state());
        assertHeld(scene, held);
    }

    private static void no_release(Scene scene) {
        Claim lost = scene.lane(scene.text());
        Claim held = scene.takeOver(lost);
        assertEquals(Release.FENCED, scene.stores().replies().release(lost));
        assertFalse(scene.stores().work().renew(lost), "it was renewed");
        assertFalse(scene.stores().work().postpone(lost, Duration.ZERO), "it was postponed");
        assertHeld(scene, held);
    }

    private static void no_deliveries(Scene scene) {
        ArrivalSample text = scene.text();
        Claim lost = scene.lane(text);
        Claim held = scene.takeOver(lost);
        assertEquals(new Deliveries.Opened(List.of(), Release.FENCED),
                scene.stores().deliveries().open(lost, List.of(scene.delivery(text))));
        assertEquals(Optional.empty(), scene.stored(text).handledAs());
        assertHeld(scene, held);
    }

    private static void no_fate(Scene scene) {
        DraftSample text = scene.draft();
        Claim lost = scene.begin(text);
        Claim held = scene.takeOver(lost);
        var failure = new Failure("opted_out", "21610");
        for (SendFate fate : List.of(
                new SendFate.Failed(failure, true),
                new SendFate.Later(Duration.ZERO, failure),
                new SendFate.Unknown(failure))) {
            assertFalse(scene.stores().outbox().finish(lost, fate), fate::toString);
            assertEquals(MessageStatus.SENDING, scene.stored(text).status());
            assertEquals(Optional.empty(), scene.stored(text).failure());
        }
        assertHeld(scene, held);
        assertFalse(scene.stores().outbox().finish(lost, new SendFate.Sent(List.of("PM1"), Optional.empty(), Optional.empty())),
                "it is held");
        assertEquals(MessageStatus.SENT, scene.stored(text).status());
        assertFalse(scene.stores().suppressions().isOptedOut(scene.home().id(), scene.home().ours(), text.draft().to().e164()));
        assertHeld(scene, held);
    }

    private static void no_resumption(Scene scene) {
        DraftSample text = scene.draft();
        Claim lost = scene.begin(text);
        Claim held = scene.takeOver(lost);
        assertEquals(new Resumed.Over(), scene.stores().outbox().resume(lost));
        assertEquals(MessageStatus.SENDING, scene.stored(text).status());
        assertHeld(scene, held);
    }

    private static void no_attempt(Scene scene) {
        Claim lost = scene.open(scene.text());
        Claim held = scene.takeOver(lost);
        assertEquals(Optional.empty(), scene.stores().deliveries().find(lost));
        assertFalse(scene.stores().deliveries().record(lost, scene.attempt(), new DeliveryFate.Delivered()), "an attempt was recorded");
        assertEquals(List.of(), scene.stores().deliveries().find(held).orElseThrow().attempts());
        assertHeld(scene, held);
    }

    private static void given_back_is_given_back(Scene scene) {
        Claim lane = scene.lane(scene.text());
        scene.stores().work().postpone(lane, Duration.ofHours(1));
        assertFalse(scene.stores().work().renew(lane), "it was renewed");
        assertFalse(scene.stores().work().postpone(lane, Duration.ZERO), "it was postponed again");
        assertEquals(Optional.empty(), scene.stores().replies().window(lane, 10));
        assertEquals(Release.FENCED, scene.stores().replies().release(lane));
    }

    private static void assertHeld(Scene scene, Claim held) {
        assertFalse(scene.isClaimable(held.key()), "somebody else can claim it");
        assertTrue(scene.stores().work().renew(held), "it is no longer held");
    }
}
