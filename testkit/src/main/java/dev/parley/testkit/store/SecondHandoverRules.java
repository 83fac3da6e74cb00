package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.Adoption;
import dev.parley.ports.out.LostSends;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.work.Claim;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.DraftSample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lost texts that are handed over a second time, and answers that come after all. */
final class SecondHandoverRules {

    private static final String KNOWN = "finish: what a provider has said of a text holds whoever holds the claim";

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>("LS12", "what went again is marked for good", "finishAgain with Sent", SecondHandoverRules::marked_for_good),
            new Rule<>("LS13", "nothing is handed over again after an opt-out", "beginAgain", SecondHandoverRules::not_after_an_opt_out),
            new Rule<>("LS14", "what surely did not go again may go again", "finishAgain with Later", SecondHandoverRules::later_may_again),
            new Rule<>("LS15", "what failed the second time may have gone the first", "finishAgain", SecondHandoverRules::searched_for_on),
            new Rule<>("LS16", "an answer that comes after all is stored", KNOWN, SecondHandoverRules::late_answers_count),
            new Rule<>("LS17", "a refusal that comes after all is stored", KNOWN, SecondHandoverRules::late_refusals_count),
            new Rule<>("LS18", "two searches never get one name", "adopt: the key of the names", SecondHandoverRules::never_one_name),
            new Rule<>("LS19", "whoever lost a search changes nothing", "the epoch", SecondHandoverRules::fenced));

    private static final SendFate.Sent SENT = new SendFate.Sent(List.of("PM2"), Optional.empty(), Optional.empty());

    private SecondHandoverRules() {}

    private static LostSends lostSends(Scene scene) {
        return scene.stores().lostSends();
    }

    /** A lost text that is being handed over again. */
    private static Claim again(Scene scene, DraftSample text) {
        Claim claim = LostSendRules.claim(scene, LostSendRules.lost(scene, text));
        assertTrue(lostSends(scene).beginAgain(claim));
        return claim;
    }

    private static void marked_for_good(Scene scene) {
        DraftSample text = scene.draft();
        Claim claim = again(scene, text);
        assertTrue(lostSends(scene).finishAgain(claim, SENT, LostSends.FIRST_LOOK));
        assertEquals(MessageStatus.SENT, scene.stored(text).status());
        assertMarked(scene, text);
        scene.stores()
                .outbox()
                .report(scene.home().id(), scene.home().connection().id(), LostSendRules.has("PM2", MessageStatus.DELIVERED));
        assertEquals(MessageStatus.DELIVERED, scene.stored(text).status());
        assertMarked(scene, text);
        LostSendRules.isOver(scene, claim);
    }

    private static void assertMarked(Scene scene, DraftSample text) {
        assertEquals(Optional.of(LostSends.MAY_HAVE_GONE_TWICE), scene.stored(text).failure().map(Failure::code));
    }

    private static void not_after_an_opt_out(Scene scene) {
        DraftSample text = LostSendRules.lost(scene, scene.draft());
        Claim claim = LostSendRules.claim(scene, text);
        scene.stores()
                .suppressions()
                .optOut(scene.home().id(), scene.home().ours(), text.draft().to().e164(), LostSendRules.stop(scene));
        assertFalse(lostSends(scene).beginAgain(claim), "it is handed over again");
        assertEquals(MessageStatus.UNKNOWN, scene.stored(text).status());
    }

    private static void later_may_again(Scene scene) {
        DraftSample text = scene.draft();
        Claim claim = again(scene, text);
        var busy = new Failure("throttled", "20429");
        assertTrue(lostSends(scene).finishAgain(claim, new SendFate.Later(Duration.ofSeconds(5), busy), LostSends.FIRST_LOOK));
        scene.pass(Duration.ofSeconds(6));
        assertTrue(lostSends(scene).beginAgain(scene.claim(claim.key())));
    }

    private static void searched_for_on(Scene scene) {
        DraftSample text = scene.draft();
        Claim claim = again(scene, text);
        var no = new Failure("recipient_invalid", "21211");
        assertTrue(lostSends(scene).finishAgain(claim, new SendFate.Failed(no, false), LostSends.FIRST_LOOK));
        assertEquals(MessageStatus.UNKNOWN, scene.stored(text).status());
        Claim next = LostSendRules.claim(scene, text);
        assertTrue(lostSends(scene).find(next).orElseThrow().isHandedOverAgain());
        assertEquals(Adoption.ADOPTED, lostSends(scene).adopt(next, List.of(LostSendRules.has("PM1", MessageStatus.SENT))));
        assertMarked(scene, text);
    }

    private static void late_answers_count(Scene scene) {
        DraftSample text = scene.draft();
        Claim slow = scene.begin(text);
        scene.stores().outbox().resume(scene.takeOver(slow));
        assertEquals(MessageStatus.UNKNOWN, scene.stored(text).status());
        assertFalse(scene.stores().outbox().finish(slow, SENT), "the claim holds");
        assertEquals(MessageStatus.SENT, scene.stored(text).status());
        assertEquals(Optional.of("PM2"), scene.stored(text).providerMessageId());
        assertEquals(Optional.empty(), scene.stored(text).failure());
        assertEquals(Optional.empty(), lostSends(scene).find(LostSendRules.claim(scene, text)));
    }

    private static void late_refusals_count(Scene scene) {
        DraftSample text = scene.draft();
        Claim slow = scene.begin(text);
        scene.stores().outbox().resume(scene.takeOver(slow));
        var stopped = new Failure("opted_out", "21610");
        assertFalse(scene.stores().outbox().finish(slow, new SendFate.Failed(stopped, true)), "the claim holds");
        assertEquals(MessageStatus.FAILED, scene.stored(text).status());
        assertTrue(scene.stores().suppressions().isOptedOut(scene.home().id(), scene.home().ours(), text.draft().to().e164()));
    }

    private static void never_one_name(Scene scene) {
        DraftSample one = LostSendRules.lost(scene, scene.draft().saying("One"));
        DraftSample other = LostSendRules.lost(scene, scene.draft().saying("Other"));
        Claim first = LostSendRules.claim(scene, one);
        Claim second = scene.claim(LostSendRules.search(other));
        List<Adoption> adopted = Crowd.of(
                20,
                i -> lostSends(scene).adopt(i % 2 == 0 ? first : second, List.of(LostSendRules.has("PM1", MessageStatus.SENT))));
        assertEquals(1, adopted.stream().filter(Adoption.ADOPTED::equals).count());
        long sent = List.of(one, other).stream().filter(t -> scene.stored(t).status() == MessageStatus.SENT).count();
        assertEquals(1, sent);
    }

    private static void fenced(Scene scene) {
        DraftSample text = LostSendRules.lost(scene, scene.draft());
        Claim lost = LostSendRules.claim(scene, text);
        Claim held = scene.takeOver(lost);
        assertEquals(Optional.empty(), lostSends(scene).find(lost));
        assertEquals(Adoption.OVER, lostSends(scene).adopt(lost, List.of(LostSendRules.has("PM1", MessageStatus.SENT))));
        assertFalse(lostSends(scene).missed(lost, Duration.ZERO), "it was put off");
        assertFalse(lostSends(scene).giveUp(lost), "it was given up");
        assertFalse(lostSends(scene).beginAgain(lost), "it was handed over again");
        assertEquals(0, lostSends(scene).find(held).orElseThrow().misses());
        assertEquals(MessageStatus.UNKNOWN, scene.stored(text).status());
    }
}
