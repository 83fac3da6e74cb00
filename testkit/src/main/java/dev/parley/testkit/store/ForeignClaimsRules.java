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
import dev.parley.ports.work.WorkKey;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.DraftSample;
import dev.parley.testkit.sample.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A claim that names another organization holds nothing of ours, and what a lane writes reaches its conversation alone. */
final class ForeignClaimsRules {

    private static final String HELP = "the organization in the where, beside the epoch";

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>("Z16", "another organization cannot claim, renew or postpone work of ours", HELP, ForeignClaimsRules::no_work),
            new Rule<>("Z17", "another organization does nothing in a lane of ours", HELP, ForeignClaimsRules::no_lane),
            new Rule<>("Z18", "another organization does nothing about a send of ours", HELP, ForeignClaimsRules::no_send),
            new Rule<>("Z19", "another organization does nothing about a delivery of ours", HELP, ForeignClaimsRules::no_delivery),
            new Rule<>(
                    "Z20",
                    "a lane settles texts of its own conversation alone",
                    "the conversation in the where",
                    ForeignClaimsRules::settles_its_own_alone),
            new Rule<>(
                    "Z21",
                    "an answer answers texts of its own conversation alone",
                    "the conversation in the where",
                    ForeignClaimsRules::answers_its_own_alone),
            new Rule<>(
                    "Z22",
                    "deliveries explain texts of their own conversation alone",
                    "the conversation in the where",
                    ForeignClaimsRules::explains_its_own_alone));

    private ForeignClaimsRules() {}

    private static void no_work(Scene scene) {
        Tenant other = scene.tenant();
        WorkKey lane = scene.receive(scene.text());
        assertFalse(scene.isClaimable(new WorkKey(other.id(), lane.kind(), lane.subject())), "it was claimed");
        Claim held = scene.claim(lane);
        assertFalse(scene.stores().work().renew(of(other, held)), "it was renewed");
        assertFalse(scene.stores().work().postpone(of(other, held), Duration.ZERO), "it was postponed");
        assertTrue(scene.stores().work().renew(held), "it is no longer held");
    }

    private static void no_lane(Scene scene) {
        Tenant other = scene.tenant();
        ArrivalSample text = scene.text();
        Claim held = scene.lane(text);
        Claim foreign = of(other, held);
        ReplyDraft answer = scene.answer(held, scene.draft());
        assertEquals(Optional.empty(), scene.stores().replies().window(foreign, 10));
        assertEquals(new ReplyCommit.Fenced(), scene.stores().replies().commit(foreign, answer));
        assertEquals(Release.FENCED, scene.stores().replies().settle(foreign, settlement(text)));
        assertEquals(Release.FENCED, scene.stores().replies().release(foreign));
        assertEquals(new Deliveries.Opened(List.of(), Release.FENCED),
                scene.stores().deliveries().open(foreign, List.of(scene.delivery(text))));
        assertEquals(Optional.empty(), scene.stored(text).handledAs());
        assertEquals(ConversationState.AI, scene.conversation(held.key()).state());
        scene.commit(held, answer);
    }

    private static void no_send(Scene scene) {
        DraftSample text = scene.draft();
        Claim held = scene.begin(text);
        Claim foreign = of(scene.tenant(), held);
        assertEquals(new Resumed.Over(), scene.stores().outbox().resume(foreign));
        assertFalse(scene.stores().outbox().finish(foreign, new SendFate.Failed(new Failure("opted_out", "21610"), true)),
                "it was decided");
        assertEquals(MessageStatus.SENDING, scene.stored(text).status());
        assertTrue(scene.stores().work().renew(held), "it is no longer held");
    }

    private static void no_delivery(Scene scene) {
        Claim held = scene.open(scene.text());
        Claim foreign = of(scene.tenant(), held);
        assertEquals(Optional.empty(), scene.stores().deliveries().find(foreign));
        assertFalse(scene.stores().deliveries().record(foreign, scene.attempt(), new DeliveryFate.Dead()), "it was decided");
        assertEquals(List.of(), scene.stores().deliveries().find(held).orElseThrow().attempts());
    }

    private static void settles_its_own_alone(Scene scene) {
        ArrivalSample ours = scene.text();
        List<ArrivalSample> others = others(scene);
        scene.stores()
                .replies()
                .settle(scene.lane(ours),
                        new Settlement(
                                Stream.concat(Stream.of(ours), others.stream()).map(t -> t.arrival().id()).toList(),
                                HandledAs.OFF,
                                Optional.empty()));
        assertUntouched(scene, others);
        assertEquals(Optional.of(HandledAs.OFF), scene.stored(ours).handledAs());
    }

    private static void answers_its_own_alone(Scene scene) {
        List<ArrivalSample> others = others(scene);
        Claim lane = scene.lane(scene.text());
        ReplyDraft answer = scene.answer(lane, scene.draft());
        scene.commit(lane,
                new ReplyDraft(
                        answer.text(),
                        Stream.concat(answer.answered().stream(), others.stream().map(t -> t.arrival().id())).toList(),
                        answer.inboundCount()));
        assertUntouched(scene, others);
    }

    private static void explains_its_own_alone(Scene scene) {
        ArrivalSample other = scene.text();
        scene.receive(other);
        scene.stores().deliveries().open(scene.lane(scene.text()), List.of(scene.delivery(other)));
        assertUntouched(scene, List.of(other));
    }

    /** Texts that wait elsewhere: one of another contact, one of another organization. */
    private static List<ArrivalSample> others(Scene scene) {
        List<ArrivalSample> others = List.of(scene.text(), scene.text(scene.tenant()));
        others.forEach(scene::receive);
        return others;
    }

    private static void assertUntouched(Scene scene, List<ArrivalSample> others) {
        others.forEach(
                text -> assertEquals(Optional.empty(), scene.stored(text).handledAs(), "a text of another conversation was explained"));
    }

    private static Settlement settlement(ArrivalSample text) {
        return new Settlement(List.of(text.arrival().id()), HandledAs.HUMAN, Optional.of(ConversationState.HUMAN));
    }

    private static Claim of(Tenant other, Claim claim) {
        return new Claim(new WorkKey(other.id(), claim.key().kind(), claim.key().subject()), claim.epoch(), claim.attempts());
    }
}
