package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Resumed;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.out.Suppressions;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKind;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.DraftSample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sends that somebody gave back or died over: never sent a second time unless they surely were not sent. */
final class ResumeRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>("U1", "a send whose holder died is found when its lease ends", "claimDue of kind SEND", ResumeRules::is_found),
            new Rule<>(
                    "U2",
                    "what was being handed over when its holder died becomes unknown, and is over",
                    "a mark of what may be with the provider, set before it can be",
                    ResumeRules::in_flight_becomes_unknown),
            new Rule<>(
                    "U3",
                    "what was put off is ready to be sent, as it was written",
                    "SendFate.Later clears the mark of what is in flight",
                    ResumeRules::put_off_is_ready),
            new Rule<>(
                    "U4",
                    "what was taken up again and died once more becomes unknown too",
                    "resume sets the mark again before it answers",
                    ResumeRules::dying_twice_is_unknown_too),
            new Rule<>(
                    "U5",
                    "what was taken up again and went shows no failure any more",
                    "that the failure goes when the status rises",
                    ResumeRules::what_went_at_last_shows_no_failure),
            new Rule<>(
                    "U6",
                    "what was put off is suppressed when the contact has opted out meanwhile",
                    "the opt-out, looked up in resume",
                    ResumeRules::an_opt_out_suppresses),
            new Rule<>("U7", "what was delivered meanwhile stays delivered", "the rank, compared in resume", ResumeRules::delivered_stays),
            new Rule<>(
                    "U8",
                    "an answer of the lane is taken up again like any other text",
                    "commit makes the same work as begin",
                    ResumeRules::answers_too),
            new Rule<>(
                    "U9",
                    "what was given back without a word of what came of it becomes unknown too",
                    "only SendFate.Later clears the mark of what is in flight, postponing the work does not",
                    ResumeRules::given_back_is_unknown_too));

    private static final Failure BUSY = new Failure("throttled", "20429: Too many requests");
    private static final SendFate.Sent SENT = new SendFate.Sent(List.of("PM1"), Optional.empty(), Optional.empty());

    private ResumeRules() {}

    private static void is_found(Scene scene) {
        Claim send = scene.begin(scene.draft());
        assertEquals(List.of(), scene.stores().work().claimDue(WorkKind.SEND, 10));
        scene.pass(Claim.LEASE.plusSeconds(1));
        assertEquals(List.of(send.key()), scene.stores().work().claimDue(WorkKind.SEND, 10).stream().map(Claim::key).toList());
    }

    private static void in_flight_becomes_unknown(Scene scene) {
        DraftSample text = scene.draft();
        Claim next = scene.takeOver(scene.begin(text));
        assertEquals(new Resumed.Over(), scene.stores().outbox().resume(next));
        assertEquals(MessageStatus.UNKNOWN, scene.stored(text).status());
        assertTrue(scene.stored(text).failure().isPresent(), "nothing says why");
        scene.pass(Duration.ofDays(1));
        assertFalse(scene.isClaimable(next.key()), "it is due again");
    }

    private static void put_off_is_ready(Scene scene) {
        DraftSample text = scene.draft().saying("As it was written  ");
        Claim next = putOff(scene, text);
        var ready = assertInstanceOf(Resumed.Ready.class, scene.stores().outbox().resume(next));
        assertEquals(scene.stored(text), ready.message());
        assertEquals(text.draft().content(), ready.message().content());
        assertEquals(MessageStatus.SENDING, ready.message().status());
    }

    private static void dying_twice_is_unknown_too(Scene scene) {
        DraftSample text = scene.draft();
        Claim second = putOff(scene, text);
        assertInstanceOf(Resumed.Ready.class, scene.stores().outbox().resume(second));
        assertEquals(new Resumed.Over(), scene.stores().outbox().resume(scene.takeOver(second)));
        assertEquals(MessageStatus.UNKNOWN, scene.stored(text).status());
    }

    private static void what_went_at_last_shows_no_failure(Scene scene) {
        DraftSample text = scene.draft();
        Claim second = putOff(scene, text);
        scene.stores().outbox().resume(second);
        assertTrue(scene.stores().outbox().finish(second, SENT));
        assertEquals(MessageStatus.SENT, scene.stored(text).status());
        assertEquals(Optional.empty(), scene.stored(text).failure());
    }

    private static void an_opt_out_suppresses(Scene scene) {
        DraftSample text = scene.draft();
        Claim second = putOff(scene, text);
        OutboundDraft d = text.draft();
        scene.stores()
                .suppressions()
                .optOut(d.organization(), scene.home().ours(), d.to().e164(), new Suppressions.Event("operator", scene.now()));
        assertEquals(new Resumed.Over(), scene.stores().outbox().resume(second));
        assertEquals(MessageStatus.SUPPRESSED, scene.stored(text).status());
        assertEquals(Optional.of("opted_out"), scene.stored(text).failure().map(Failure::code));
        scene.pass(Duration.ofDays(1));
        assertFalse(scene.isClaimable(second.key()), "it is due again");
    }

    private static void delivered_stays(Scene scene) {
        DraftSample text = scene.draft();
        Claim send = scene.begin(text);
        scene.stores()
                .outbox()
                .report(scene.home().id(), scene.home().connection().id(),
                        new StatusReport(
                                "PM1",
                                Optional.of(text.draft().id()),
                                MessageStatus.DELIVERED,
                                Optional.empty(),
                                false,
                                Optional.empty()));
        scene.stores().outbox().resume(scene.takeOver(send));
        assertEquals(MessageStatus.DELIVERED, scene.stored(text).status());
        assertEquals(Optional.empty(), scene.stored(text).failure());
    }

    private static void answers_too(Scene scene) {
        DraftSample text = scene.draft();
        Claim lane = scene.lane(scene.text());
        Claim send = scene.commit(lane, scene.answer(lane, text));
        assertEquals(new Resumed.Over(), scene.stores().outbox().resume(scene.takeOver(send)));
        assertEquals(MessageStatus.UNKNOWN, scene.stored(text).status());
    }

    private static void given_back_is_unknown_too(Scene scene) {
        DraftSample text = scene.draft();
        Claim send = scene.begin(text);
        assertTrue(scene.stores().work().postpone(send, Duration.ZERO));
        assertEquals(new Resumed.Over(), scene.stores().outbox().resume(scene.claim(send.key())));
        assertEquals(MessageStatus.UNKNOWN, scene.stored(text).status());
    }

    /** A send that was put off because the provider was busy, and is claimed anew. */
    private static Claim putOff(Scene scene, DraftSample text) {
        Claim send = scene.begin(text);
        assertTrue(scene.stores().outbox().finish(send, new SendFate.Later(Duration.ofSeconds(1), BUSY)));
        scene.pass(Duration.ofSeconds(2));
        return scene.claim(send.key());
    }
}
