package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.out.Release;
import dev.parley.ports.out.Settlement;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKind;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Work that harms whoever does it. */
final class PoisonRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>("PO1", "five faults in a row are enough", "the strikes that fail adds and a claim reads", PoisonRules::faults_count),
            new Rule<>(
                    "PO2",
                    "a holder that was never heard of again counts a quarter of a fault",
                    "the strikes that a claim adds to work that is still held",
                    PoisonRules::lost_holders_count_little),
            new Rule<>(
                    "PO3",
                    "whoever gives work back has survived it, and the count begins anew",
                    "the strikes in postpone and in what gives a lane back",
                    PoisonRules::survivors_clear),
            new Rule<>("PO4", "whoever lost the work cannot fail it", "the epoch in the where of fail", PoisonRules::is_fenced),
            new Rule<>(
                    "PO5",
                    "a lane that is given up explains everything that waits, and nothing else",
                    "which texts giveUp marks",
                    PoisonRules::gives_up),
            new Rule<>("PO6", "whoever lost the lane cannot give it up", "the epoch in the where of giveUp", PoisonRules::gives_up_ours));

    private PoisonRules() {}

    private static void faults_count(Scene scene) {
        Claim claim = scene.lane(scene.text());
        for (int fault = 0; fault < 5; fault++) {
            assertFalse(claim.isPoison(), "it is given up too soon");
            assertTrue(scene.stores().work().fail(claim, Duration.ofSeconds(1)), "it was not ours");
            assertFalse(scene.isClaimable(claim.key()), "it is due before the delay is over");
            scene.pass(Duration.ofSeconds(2));
            claim = scene.claim(claim.key());
        }
        assertTrue(claim.isPoison(), "it is never given up");
    }

    private static void lost_holders_count_little(Scene scene) {
        Claim claim = scene.takeOver(scene.lane(scene.text()));
        assertEquals(1, claim.strikes());
        scene.pass(Claim.LEASE.plusSeconds(1));
        claim = scene.stores().work().claimDue(WorkKind.REPLY, 1).getFirst();
        assertEquals(2, claim.strikes());
        scene.stores().work().fail(claim, Duration.ZERO);
        assertEquals(2 + Claim.FAULT, scene.claim(claim.key()).strikes());
    }

    private static void survivors_clear(Scene scene) {
        ArrivalSample text = scene.text();
        Claim claim = scene.takeOver(scene.lane(text));
        scene.stores().work().postpone(claim, Duration.ZERO);
        claim = scene.claim(claim.key());
        assertEquals(0, claim.strikes());
        scene.stores().work().fail(claim, Duration.ZERO);
        claim = scene.claim(claim.key());
        scene.receive(scene.text().from(text.arrival().contact()));
        var settled = new Settlement(List.of(text.arrival().id()), HandledAs.OFF, Optional.empty());
        assertEquals(Release.MORE_WAITS, scene.stores().replies().settle(claim, settled));
        assertEquals(0, scene.claim(claim.key()).strikes());
    }

    private static void is_fenced(Scene scene) {
        Claim lost = scene.lane(scene.text());
        Claim held = scene.takeOver(lost);
        assertFalse(scene.stores().work().fail(lost, Duration.ZERO), "it was failed by whoever lost it");
        assertFalse(scene.isClaimable(held.key()), "somebody else can claim it");
    }

    private static void gives_up(Scene scene) {
        ArrivalSample answered = scene.text();
        Claim lane = scene.lane(answered);
        scene.stores().replies().settle(lane, new Settlement(List.of(answered.arrival().id()), HandledAs.OFF, Optional.empty()));
        ArrivalSample first = scene.text().from(answered.arrival().contact());
        ArrivalSample second = scene.text().from(answered.arrival().contact());
        ArrivalSample other = scene.text();
        scene.receive(first);
        scene.receive(second);
        scene.receive(other);
        assertEquals(Release.EMPTY, scene.stores().replies().giveUp(scene.claim(lane.key())));
        assertEquals(Optional.of(HandledAs.OFF), scene.stored(answered).handledAs());
        assertEquals(Optional.of(HandledAs.FAILED), scene.stored(first).handledAs());
        assertEquals(Optional.of(HandledAs.FAILED), scene.stored(second).handledAs());
        assertEquals(Optional.empty(), scene.stored(other).handledAs());
        assertEquals(Optional.empty(), scene.conversation(lane.key()).unansweredSince());
        assertEquals(ConversationState.AI, scene.conversation(lane.key()).state());
        assertFalse(scene.isClaimable(lane.key()), "the lane is due although nothing waits");
    }

    private static void gives_up_ours(Scene scene) {
        ArrivalSample text = scene.text();
        Claim lost = scene.lane(text);
        scene.takeOver(lost);
        assertEquals(Release.FENCED, scene.stores().replies().giveUp(lost));
        assertEquals(Optional.empty(), scene.stored(text).handledAs());
    }
}
