package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.PhoneNumber;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Intake;
import dev.parley.ports.work.WorkKey;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import java.time.Duration;
import java.util.List;

/** Texts that come in bursts: each waits for the next, but not for ever. The delay of these rules is ten seconds. */
final class BurstRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>("B1", "a reply is due after the delay and not before", "the due time of the lane", BurstRules::due_after_the_delay),
            new Rule<>(
                    "B2",
                    "each further text puts the reply off by the delay",
                    "that the due time is set anew by each text",
                    BurstRules::each_text_puts_it_off),
            new Rule<>(
                    "B3",
                    "but never beyond three times the delay after the first",
                    "the least of now + delay and first + 3 × delay",
                    BurstRules::never_beyond_three_delays),
            new Rule<>(
                    "B4",
                    "who brings a text is told when its reply is due",
                    "Acceptance.Due.in of a burst that has reached its end",
                    BurstRules::tells_when_it_is_due),
            new Rule<>(
                    "B5",
                    "without a delay a reply is due at once",
                    "a comparison that must include equal times",
                    BurstRules::due_at_once),
            new Rule<>(
                    "B6",
                    "the burst of an answered text does not shorten the next",
                    "that the first text is the first that waits",
                    BurstRules::the_next_burst_has_its_own_time));

    private static final Duration DELAY = Duration.ofSeconds(10);

    private BurstRules() {}

    private static void due_after_the_delay(Scene scene) {
        WorkKey lane = scene.receive(delayed(scene, scene.samples().contact()));
        scene.pass(Duration.ofSeconds(8));
        assertFalse(scene.isClaimable(lane), "claimable after 8 seconds");
        scene.pass(Duration.ofSeconds(3));
        assertTrue(scene.isClaimable(lane), "not claimable after 11 seconds");
    }

    private static void each_text_puts_it_off(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        WorkKey lane = scene.receive(delayed(scene, contact));
        scene.pass(Duration.ofSeconds(8));
        scene.receive(delayed(scene, contact));
        scene.pass(Duration.ofSeconds(8));
        assertFalse(scene.isClaimable(lane), "claimable 8 seconds after the second text");
        scene.pass(Duration.ofSeconds(3));
        assertTrue(scene.isClaimable(lane), "not claimable 11 seconds after the second text");
    }

    private static void never_beyond_three_delays(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        WorkKey lane = scene.receive(delayed(scene, contact));
        for (int i = 0; i < 3; i++) {
            scene.pass(Duration.ofSeconds(9));
            scene.receive(delayed(scene, contact));
        }
        assertFalse(scene.isClaimable(lane), "claimable after 27 seconds");
        scene.pass(Duration.ofSeconds(4));
        assertTrue(scene.isClaimable(lane), "not claimable 31 seconds after the first text");
    }

    private static void tells_when_it_is_due(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        assertWithin(9, 10, due(scene, delayed(scene, contact)));
        scene.pass(Duration.ofSeconds(9));
        assertWithin(9, 10, due(scene, delayed(scene, contact)));
        scene.pass(Duration.ofSeconds(9));
        assertWithin(9, 10, due(scene, delayed(scene, contact)));
        scene.pass(Duration.ofSeconds(6));
        assertWithin(4, 6, due(scene, delayed(scene, contact)));
    }

    private static void due_at_once(Scene scene) {
        assertTrue(scene.isClaimable(scene.receive(scene.text())));
    }

    private static void the_next_burst_has_its_own_time(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        WorkKey lane = scene.receive(delayed(scene, contact));
        scene.pass(Duration.ofSeconds(40));
        var claim = scene.claim(lane);
        scene.commit(claim, scene.answer(claim, scene.draft()));
        scene.stores().replies().release(claim);
        scene.receive(delayed(scene, contact));
        scene.pass(Duration.ofSeconds(8));
        assertFalse(scene.isClaimable(lane), "claimable 8 seconds after the first text of the next burst");
        scene.pass(Duration.ofSeconds(3));
        assertTrue(scene.isClaimable(lane), "not claimable 11 seconds after the first text of the next burst");
    }

    private static ArrivalSample delayed(Scene scene, PhoneNumber contact) {
        return scene.text().from(contact).to(new Intake.AwaitReply(DELAY));
    }

    private static Duration due(Scene scene, ArrivalSample text) {
        var stored = assertInstanceOf(Acceptance.Stored.class, scene.stores().inbox().accept(text.arrival()));
        return stored.work().orElseThrow().in();
    }

    private static void assertWithin(int from, int to, Duration actual) {
        assertTrue(actual.compareTo(Duration.ofSeconds(from)) > 0 && actual.compareTo(Duration.ofSeconds(to)) <= 0,
                "due in " + actual + " instead of " + from + " to " + to + " seconds");
    }
}
