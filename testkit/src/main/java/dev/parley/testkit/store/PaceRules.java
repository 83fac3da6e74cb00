package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.MessageId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.Pace;
import dev.parley.ports.out.Pace.Urgency;
import dev.parley.ports.out.Pacing.Turn;
import dev.parley.ports.out.Suppressions;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.DraftSample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Texts that wait for their turn. */
final class PaceRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "PC1",
                    "a text that waits is nobody's to hand over until its turn, and then has one holder",
                    "queue ends the hand-over, next begins it anew",
                    PaceRules::waits_for_its_turn),
            new Rule<>(
                    "PC2",
                    "between two texts lies the gap, also when nobody waited meanwhile",
                    "the time at which the next may go is kept",
                    PaceRules::keeps_the_distance),
            new Rule<>("PC3", "the more urgent goes first, then who has waited longest", "the order of the queue", PaceRules::urgent_first),
            new Rule<>(
                    "PC4",
                    "no text overtakes an earlier one to the same contact",
                    "a text becomes as urgent as what comes after it",
                    PaceRules::nothing_overtakes_its_own),
            new Rule<>(
                    "PC5",
                    "what was stopped while it waited is suppressed, and takes nobody's turn",
                    "next looks at opt-outs in its own transaction",
                    PaceRules::a_stop_holds),
            new Rule<>("PC6", "a number that is held lets nobody go", "hold, also of a number that is new", PaceRules::holding),
            new Rule<>(
                    "PC7",
                    "of twenty who queue one text at once, one does",
                    "the end of the hand-over decides",
                    PaceRules::twenty_queue_one),
            new Rule<>("PC8", "how often a text was tried is not forgotten", "the tries of a text that waits", PaceRules::tries_are_kept),
            new Rule<>("PC9", "numbers do not wait for each other", "one queue for each", PaceRules::numbers_are_apart));

    private static final Duration GAP = Duration.ofSeconds(10);

    private PaceRules() {}

    private static void waits_for_its_turn(Scene scene) {
        DraftSample text = scene.draft();
        Claim send = scene.begin(text);
        queue(scene, send, Urgency.REQUEST);
        assertEquals(MessageStatus.QUEUED, scene.stored(text).status());
        assertFalse(scene.stores().work().renew(send), "the hand-over is still held");
        assertFalse(scene.isClaimable(send.key()), "somebody else can hand it over");
        Turn.Go go = go(scene, scene.claim(lane(scene)));
        assertEquals(scene.stored(text), go.message());
        assertEquals(GAP, go.gap());
        assertTrue(scene.stores().work().renew(go.send()), "the hand-over is not held");
        assertEquals(MessageStatus.SENDING, scene.stored(text).status());
    }

    private static void keeps_the_distance(Scene scene) {
        queue(scene, scene.begin(scene.draft()), Urgency.REQUEST);
        go(scene, scene.claim(lane(scene)));
        scene.pass(GAP.plusSeconds(1));
        queue(scene, scene.begin(scene.draft()), Urgency.REQUEST);
        queue(scene, scene.begin(scene.draft()), Urgency.REQUEST);
        go(scene, scene.claim(lane(scene)));
        assertFalse(scene.isClaimable(lane(scene)), "the next is due before the gap is over");
        scene.pass(GAP.plusSeconds(1));
        Claim again = scene.claim(lane(scene));
        assertEquals(0, again.attempts(), "a queue that goes on looks like work that fails");
        go(scene, again);
        scene.pass(GAP.plusSeconds(1));
        assertEquals(new Turn.Over(), scene.stores().pacing().next(scene.claim(lane(scene))));
    }

    private static void urgent_first(Scene scene) {
        DraftSample scheduled = queued(scene, scene.draft(), Urgency.SCHEDULED);
        DraftSample first = queued(scene, scene.draft(), Urgency.REQUEST);
        DraftSample second = queued(scene, scene.draft(), Urgency.REQUEST);
        DraftSample reply = queued(scene, scene.draft(), Urgency.REPLY);
        assertEquals(List.of(id(reply), id(first), id(second), id(scheduled)), all(scene, 4));
    }

    private static void nothing_overtakes_its_own(Scene scene) {
        DraftSample other = queued(scene, scene.draft(), Urgency.REQUEST);
        DraftSample before = queued(scene, scene.draft(), Urgency.SCHEDULED);
        PhoneNumber contact = before.draft().to();
        DraftSample reply = queued(scene, scene.draft().to(contact), Urgency.REPLY);
        assertEquals(List.of(id(before), id(reply), id(other)), all(scene, 3));
    }

    private static void a_stop_holds(Scene scene) {
        DraftSample stopped = queued(scene, scene.draft(), Urgency.REPLY);
        DraftSample text = queued(scene, scene.draft(), Urgency.REQUEST);
        var event = new Suppressions.Event("text:STOP", scene.now());
        scene.stores().suppressions().optOut(scene.home().id(), scene.home().ours(), stopped.draft().to().e164(), event);
        assertEquals(List.of(id(text)), all(scene, 1));
        assertEquals(MessageStatus.SUPPRESSED, scene.stored(stopped).status());
    }

    private static void holding(Scene scene) {
        scene.stores().pacing().hold(pace(scene, Urgency.REQUEST), Duration.ofMinutes(1));
        Claim send = scene.begin(scene.draft());
        Duration wait = scene.stores().pacing().queue(send, pace(scene, Urgency.REQUEST)).orElseThrow();
        assertTrue(wait.compareTo(Duration.ofSeconds(50)) > 0, wait::toString);
        assertFalse(scene.isClaimable(lane(scene)), "it is due although the number is held");
        scene.pass(Duration.ofSeconds(61));
        go(scene, scene.claim(lane(scene)));
    }

    private static void twenty_queue_one(Scene scene) {
        Claim send = scene.begin(scene.draft());
        scene.stores().pacing().hold(pace(scene, Urgency.REQUEST), Duration.ZERO);
        List<Optional<Duration>> queued = Crowd.of(20, _ -> scene.stores().pacing().queue(send, pace(scene, Urgency.REQUEST)));
        assertEquals(1, queued.stream().filter(Optional::isPresent).count());
    }

    private static void tries_are_kept(Scene scene) {
        Claim first = scene.begin(scene.draft());
        scene.stores().work().postpone(first, Duration.ZERO);
        Claim third = scene.takeOver(scene.claim(first.key()));
        queue(scene, third, Urgency.REQUEST);
        assertEquals(third.attempts(), go(scene, scene.claim(lane(scene))).send().attempts());
    }

    private static void numbers_are_apart(Scene scene) {
        queue(scene, scene.begin(scene.draft()), Urgency.REQUEST);
        go(scene, scene.claim(lane(scene)));
        WorkKey other = WorkKey.pace(scene.home().id(), scene.home().connection().id(), "");
        Claim send = scene.begin(scene.draft().fromWhatTheProviderChooses());
        scene.stores().pacing().queue(send, new Pace(other, Urgency.REQUEST, GAP));
        go(scene, scene.claim(other));
    }

    private static DraftSample queued(Scene scene, DraftSample text, Urgency urgency) {
        queue(scene, scene.begin(text), urgency);
        return text;
    }

    private static void queue(Scene scene, Claim send, Urgency urgency) {
        assertTrue(scene.stores().pacing().queue(send, pace(scene, urgency)).isPresent(), "it was not queued");
    }

    private static List<MessageId> all(Scene scene, int many) {
        return IntStream.range(0, many).mapToObj(_ -> {
            MessageId next = go(scene, scene.claim(lane(scene))).message().id();
            scene.pass(GAP.plusSeconds(1));
            return next;
        }).toList();
    }

    private static Turn.Go go(Scene scene, Claim lane) {
        return assertInstanceOf(Turn.Go.class, scene.stores().pacing().next(lane));
    }

    private static MessageId id(DraftSample text) {
        return text.draft().id();
    }

    private static Pace pace(Scene scene, Urgency urgency) {
        return new Pace(lane(scene), urgency, GAP);
    }

    private static WorkKey lane(Scene scene) {
        return WorkKey.pace(scene.home().id(), scene.home().connection().id(), scene.home().ours().e164());
    }
}
