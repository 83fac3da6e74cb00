package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.Adoption;
import dev.parley.ports.out.LostSend;
import dev.parley.ports.out.LostSends;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.out.Suppressions;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.ports.work.WorkKind;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.DraftSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Texts of ours of which nobody knows whether they went. */
final class LostSendRules {

    private static final String ONE_NAME = "adopt: the key of the names, looked up in the transaction that adopts";
    private static final String ONCE = "beginAgain: noted and committed before anything is handed over";

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "LS1",
                    "what nobody knows of is searched for after ten seconds",
                    "finish with Unknown",
                    LostSendRules::is_searched_for),
            new Rule<>("LS2", "what was found in flight is searched for as well", "resume", LostSendRules::found_in_flight_too),
            new Rule<>("LS3", "what the provider has is adopted, and the search is over", "adopt", LostSendRules::is_adopted),
            new Rule<>("LS4", "the name of another message is never adopted", ONE_NAME, LostSendRules::not_the_name_of_another),
            new Rule<>("LS5", "of two of the same words each gets the name of its turn", ONE_NAME, LostSendRules::each_in_its_turn),
            new Rule<>(
                    "LS6",
                    "while a text of the same words is being handed over nothing is decided",
                    "adopt: texts in sending whose request may have left",
                    LostSendRules::not_while_a_twin_is_in_flight),
            new Rule<>("LS7", "a report ends the search", "report", LostSendRules::a_report_ends_it),
            new Rule<>(
                    "LS8",
                    "reports that came before the text was found count",
                    "adopt: parked reports",
                    LostSendRules::early_reports_count),
            new Rule<>("LS9", "what was looked for in vain is looked for again when it is time", "missed", LostSendRules::looks_again),
            new Rule<>("LS10", "what is given up stays unknown, and is over", "giveUp", LostSendRules::given_up),
            new Rule<>("LS11", "nothing is handed over a third time", ONCE, LostSendRules::again_once));

    static final Failure LOST = new Failure("unknown", "The connection was reset.");

    private LostSendRules() {}

    /** A text of which nobody knows whether it went. */
    static DraftSample lost(Scene scene, DraftSample text) {
        assertTrue(scene.stores().outbox().finish(scene.begin(text), new SendFate.Unknown(LOST)));
        return text;
    }

    static WorkKey search(DraftSample text) {
        return WorkKey.resolve(text.draft().organization(), text.draft().id());
    }

    /** The claim to look for a lost text, as soon as it is due. */
    static Claim claim(Scene scene, DraftSample text) {
        scene.pass(LostSends.FIRST_LOOK.plusSeconds(1));
        return scene.claim(search(text));
    }

    static StatusReport has(String name, MessageStatus status) {
        return new StatusReport(name, Optional.empty(), status, Optional.empty(), false, Optional.empty());
    }

    private static StatusReport has(String name) {
        return has(name, MessageStatus.SENT);
    }

    private static Adoption adopt(Scene scene, Claim claim, String...names) {
        return scene.stores().lostSends().adopt(claim, List.of(names).stream().map(LostSendRules::has).toList());
    }

    private static void is_searched_for(Scene scene) {
        Instant before = scene.now();
        DraftSample text = lost(scene, scene.draft());
        scene.pass(LostSends.FIRST_LOOK.minusSeconds(1));
        assertEquals(List.of(), scene.stores().work().claimDue(WorkKind.RESOLVE, 10));
        scene.pass(Duration.ofSeconds(2));
        List<Claim> due = scene.stores().work().claimDue(WorkKind.RESOLVE, 10);
        assertEquals(List.of(search(text)), due.stream().map(Claim::key).toList());
        LostSend found = scene.stores().lostSends().find(due.getFirst()).orElseThrow();
        assertEquals(scene.stored(text), found.message());
        assertEquals(0, found.misses());
        assertFalse(found.isHandedOverAgain());
        assertFalse(found.handedOver().isAfter(before.plusSeconds(1)), "it went before it was lost");
    }

    private static void found_in_flight_too(Scene scene) {
        DraftSample text = scene.draft();
        scene.stores().outbox().resume(scene.takeOver(scene.begin(text)));
        assertTrue(scene.stores().lostSends().find(claim(scene, text)).isPresent());
    }

    private static void is_adopted(Scene scene) {
        DraftSample text = lost(scene, scene.draft());
        Claim claim = claim(scene, text);
        assertEquals(Adoption.ADOPTED, adopt(scene, claim, "PM1"));
        assertEquals(MessageStatus.SENT, scene.stored(text).status());
        assertEquals(Optional.of("PM1"), scene.stored(text).providerMessageId());
        assertEquals(Optional.empty(), scene.stored(text).failure());
        isOver(scene, claim);
        scene.stores().outbox().report(scene.home().id(), scene.home().connection().id(), has("PM1", MessageStatus.DELIVERED));
        assertEquals(MessageStatus.DELIVERED, scene.stored(text).status());
    }

    private static void not_the_name_of_another(Scene scene) {
        DraftSample went = scene.draft().saying("Hello");
        assertTrue(
                scene.stores()
                        .outbox()
                        .finish(scene.begin(went), new SendFate.Sent(List.of("PM1"), Optional.empty(), Optional.empty())));
        DraftSample text = lost(scene, twin(scene, went));
        assertEquals(Adoption.NONE_FREE, adopt(scene, claim(scene, text), "PM1"));
        assertEquals(MessageStatus.UNKNOWN, scene.stored(text).status());
        assertEquals(Optional.empty(), scene.stored(text).providerMessageId());
    }

    private static void each_in_its_turn(Scene scene) {
        DraftSample first = lost(scene, scene.draft().saying("Hello"));
        DraftSample second = lost(scene, twin(scene, first));
        Claim of = claim(scene, second);
        assertEquals(Adoption.NONE_FREE, adopt(scene, of, "PM1"));
        assertEquals(Adoption.ADOPTED, adopt(scene, of, "PM1", "PM2"));
        assertEquals(Adoption.ADOPTED, adopt(scene, scene.claim(search(first)), "PM1", "PM2"));
        assertEquals(Optional.of("PM1"), scene.stored(first).providerMessageId());
        assertEquals(Optional.of("PM2"), scene.stored(second).providerMessageId());
    }

    private static void not_while_a_twin_is_in_flight(Scene scene) {
        DraftSample text = lost(scene, scene.draft().saying("Hello"));
        Claim claim = claim(scene, text);
        DraftSample later = twin(scene, text);
        Claim send = scene.begin(later);
        assertEquals(Adoption.CONTESTED, adopt(scene, claim, "PM1"));
        assertTrue(scene.stores().outbox().finish(send, new SendFate.Sent(List.of("PM1"), Optional.empty(), Optional.empty())));
        assertEquals(Adoption.NONE_FREE, adopt(scene, claim, "PM1"));
    }

    private static void a_report_ends_it(Scene scene) {
        DraftSample text = lost(scene, scene.draft());
        var report = new StatusReport(
                "PM1",
                Optional.of(text.draft().id()),
                MessageStatus.DELIVERED,
                Optional.empty(),
                false,
                Optional.empty());
        scene.stores().outbox().report(scene.home().id(), scene.home().connection().id(), report);
        assertEquals(MessageStatus.DELIVERED, scene.stored(text).status());
        scene.pass(Duration.ofDays(1));
        assertFalse(scene.isClaimable(search(text)), "it is still searched for");
    }

    private static void early_reports_count(Scene scene) {
        DraftSample text = lost(scene, scene.draft());
        scene.stores().outbox().report(scene.home().id(), scene.home().connection().id(), has("PM1", MessageStatus.DELIVERED));
        assertEquals(Adoption.ADOPTED, adopt(scene, claim(scene, text), "PM1"));
        assertEquals(MessageStatus.DELIVERED, scene.stored(text).status());
    }

    private static void looks_again(Scene scene) {
        DraftSample text = lost(scene, scene.draft());
        assertTrue(scene.stores().lostSends().missed(claim(scene, text), Duration.ofSeconds(20)));
        scene.pass(Duration.ofSeconds(19));
        assertFalse(scene.isClaimable(search(text)), "it is too early");
        scene.pass(Duration.ofSeconds(2));
        Claim second = scene.claim(search(text));
        assertEquals(1, scene.stores().lostSends().find(second).orElseThrow().misses());
        assertEquals(0, second.attempts(), "looking in vain is no failure");
    }

    private static void given_up(Scene scene) {
        DraftSample text = lost(scene, scene.draft());
        Claim claim = claim(scene, text);
        assertTrue(scene.stores().lostSends().giveUp(claim));
        assertEquals(MessageStatus.UNKNOWN, scene.stored(text).status());
        assertEquals(Optional.of(LOST), scene.stored(text).failure());
        isOver(scene, claim);
    }

    private static void again_once(Scene scene) {
        DraftSample text = lost(scene, scene.draft());
        Claim claim = claim(scene, text);
        assertTrue(scene.stores().lostSends().beginAgain(claim));
        assertFalse(scene.stores().lostSends().beginAgain(claim), "it is handed over a third time");
        Claim next = scene.takeOver(claim);
        assertTrue(scene.stores().lostSends().find(next).orElseThrow().isHandedOverAgain());
        assertFalse(scene.stores().lostSends().beginAgain(next), "it is handed over a third time");
    }

    /** Another text of the same words to the same contact. */
    static DraftSample twin(Scene scene, DraftSample text) {
        return scene.draft().to(text.draft().to()).saying(text.draft().content());
    }

    static void isOver(Scene scene, Claim claim) {
        assertEquals(Optional.empty(), scene.stores().lostSends().find(claim));
        assertEquals(Adoption.OVER, adopt(scene, claim, "PM9"));
        scene.pass(Duration.ofDays(1));
        assertFalse(scene.isClaimable(claim.key()), "it is searched for again");
    }

    static Suppressions.Event stop(Scene scene) {
        return new Suppressions.Event("operator", scene.now());
    }
}
