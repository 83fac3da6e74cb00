package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.Begun;
import dev.parley.ports.out.Schedule.Cancellation;
import dev.parley.ports.out.Suppressions;
import dev.parley.ports.work.Claim;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.DraftSample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Texts of ours that wait for their time, and are not sent after all. */
final class CancelRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "SC6",
                    "after an opt-out it is suppressed, and nothing is left to do",
                    "begin looks at opt-outs in its own transaction",
                    CancelRules::an_opt_out_suppresses),
            new Rule<>("SC7", "a text taken back is canceled, and nobody sends it", "cancel ends the work", CancelRules::taken_back),
            new Rule<>(
                    "SC8",
                    "of ten who send it and ten who take it back at once, one wins",
                    "the end of the waiting work decides",
                    CancelRules::one_of_twenty_wins),
            new Rule<>("SC9", "what cannot be sent has failed, and says why", "fail", CancelRules::failing),
            new Rule<>(
                    "SC10",
                    "only a scheduled text of one's own can be taken back",
                    "the organization, and that the work is still there",
                    CancelRules::only_ones_own));

    private CancelRules() {}

    private static void an_opt_out_suppresses(Scene scene) {
        DraftSample text = scene.draft();
        ScheduleRules.add(scene, text);
        var event = new Suppressions.Event("text:STOP", scene.now());
        scene.stores().suppressions().optOut(scene.home().id(), scene.home().ours(), text.draft().to().e164(), event);
        Claim claim = ScheduleRules.due(scene, text);
        assertEquals(new Begun.OptedOut(), scene.stores().schedule().begin(claim, text.at(scene.now()).draft()));
        assertEquals(MessageStatus.SUPPRESSED, scene.stored(text).status());
        assertEquals(Optional.of("opted_out"), scene.stored(text).failure().map(Failure::code));
        scene.pass(Duration.ofDays(1));
        assertFalse(scene.isClaimable(claim.key()), "it is due again");
    }

    private static void taken_back(Scene scene) {
        DraftSample text = scene.draft();
        ScheduleRules.add(scene, text);
        Claim claim = ScheduleRules.due(scene, text);
        assertEquals(Cancellation.CANCELED, ScheduleRules.cancel(scene, text));
        assertEquals(MessageStatus.CANCELED, scene.stored(text).status());
        assertEquals(new Begun.Existing(), scene.stores().schedule().begin(claim, text.draft()));
        assertEquals(MessageStatus.CANCELED, scene.stored(text).status());
        assertEquals(Cancellation.NOT_SCHEDULED, ScheduleRules.cancel(scene, text));
        scene.pass(Duration.ofDays(1));
        assertFalse(scene.isClaimable(claim.key()), "it is due again");
    }

    private static void one_of_twenty_wins(Scene scene) {
        DraftSample text = scene.draft();
        ScheduleRules.add(scene, text);
        Claim claim = ScheduleRules.due(scene, text);
        DraftSample said = text.at(scene.now());
        long winners = Crowd.of(20, i -> i % 2 == 0
                ? scene.stores().schedule().begin(claim, said.draft()) instanceof Begun.Sending
                : ScheduleRules.cancel(scene, text) == Cancellation.CANCELED).stream().filter(Boolean::booleanValue).count();
        assertEquals(1, winners);
    }

    private static void failing(Scene scene) {
        DraftSample text = scene.draft();
        ScheduleRules.add(scene, text);
        Claim claim = ScheduleRules.due(scene, text);
        var failure = new Failure("sender_not_allowed", "There is no such phone number.");
        assertTrue(scene.stores().schedule().fail(claim, failure));
        assertEquals(MessageStatus.FAILED, scene.stored(text).status());
        assertEquals(Optional.of(failure), scene.stored(text).failure());
        assertFalse(scene.stores().schedule().fail(claim, failure), "it fails twice");
        assertEquals(Cancellation.NOT_SCHEDULED, ScheduleRules.cancel(scene, text));
    }

    private static void only_ones_own(Scene scene) {
        DraftSample text = scene.draft();
        ScheduleRules.add(scene, text);
        var schedule = scene.stores().schedule();
        assertEquals(Cancellation.NOT_THERE, schedule.cancel(scene.tenant().id(), text.draft().id()));
        assertEquals(Cancellation.NOT_THERE, schedule.cancel(scene.home().id(), scene.message()));
        assertEquals(MessageStatus.SCHEDULED, scene.stored(text).status());
        DraftSample sending = scene.draft();
        scene.begin(sending);
        assertEquals(Cancellation.NOT_SCHEDULED, ScheduleRules.cancel(scene, sending));
        assertEquals(MessageStatus.SENDING, scene.stored(sending).status());
    }
}
