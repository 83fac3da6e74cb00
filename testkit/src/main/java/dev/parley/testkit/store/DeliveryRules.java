package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.message.HandledAs;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryAttempt;
import dev.parley.ports.notify.DeliveryStatus;
import dev.parley.ports.out.Deliveries;
import dev.parley.ports.out.DeliveryFate;
import dev.parley.ports.out.Release;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.ports.work.WorkKind;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Webhooks of ours to customers. */
final class DeliveryRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>("H1", "opening deliveries explains their texts, gives the lane back and holds each", "open", DeliveryRules::opens),
            new Rule<>("H2", "a delivery reads as it was written", "which columns its insert fills", DeliveryRules::reads_as_written),
            new Rule<>(
                    "H3",
                    "a text that came meanwhile leaves the lane due",
                    "what open gives back of the lane",
                    DeliveryRules::leaves_the_others),
            new Rule<>("H4", "what was delivered or given up is over", "DeliveryFate.Delivered and Dead", DeliveryRules::decided_is_over),
            new Rule<>(
                    "H5",
                    "what is tried again is due after the delay, with what was tried before",
                    "DeliveryFate.Retry",
                    DeliveryRules::is_tried_again),
            new Rule<>(
                    "H6",
                    "a delivery whose holder died is found when its lease ends",
                    "claimDue of kind NOTIFY",
                    DeliveryRules::is_found));

    private DeliveryRules() {}

    private static void opens(Scene scene) {
        ArrivalSample first = scene.text();
        ArrivalSample second = scene.text().from(first.arrival().contact());
        scene.receive(first);
        Claim lane = scene.lane(second);
        List<Delivery> deliveries = List.of(scene.delivery(first), scene.delivery(second));
        Deliveries.Opened opened = scene.stores().deliveries().open(lane, deliveries);
        assertEquals(Release.EMPTY, opened.lane());
        assertEquals(deliveries.stream().map(d -> WorkKey.notify(d.organization(), d.id())).toList(),
                opened.claims().stream().map(Claim::key).toList());
        assertEquals(Optional.of(HandledAs.NOTIFIED), scene.stored(first).handledAs());
        assertEquals(Optional.of(HandledAs.NOTIFIED), scene.stored(second).handledAs());
        assertEquals(Optional.empty(), scene.conversation(lane.key()).unansweredSince());
        opened.claims().forEach(claim -> assertTrue(scene.stores().work().renew(claim), "a delivery is not held"));
        assertFalse(scene.isClaimable(lane.key()), "the lane is due although nothing waits");
    }

    private static void reads_as_written(Scene scene) {
        ArrivalSample text = scene.text();
        Delivery delivery = scene.delivery(text);
        Claim claim = scene.stores().deliveries().open(scene.lane(text), List.of(delivery)).claims().getFirst();
        Delivery stored = scene.stores().deliveries().find(claim).orElseThrow();
        assertEquals(delivery.id(), stored.id());
        assertEquals(delivery.organization(), stored.organization());
        assertEquals(delivery.agent(), stored.agent());
        assertEquals(delivery.event(), stored.event());
        assertEquals(delivery.about(), stored.about());
        assertEquals(delivery.url(), stored.url());
        assertEquals(delivery.payload(), stored.payload());
        assertEquals(DeliveryStatus.PENDING, stored.status());
        assertEquals(List.of(), stored.attempts());
        assertEquals(delivery.createdAt(), stored.createdAt());
    }

    private static void leaves_the_others(Scene scene) {
        ArrivalSample first = scene.text();
        Claim lane = scene.lane(first);
        scene.receive(scene.text().from(first.arrival().contact()));
        assertEquals(Release.MORE_WAITS, scene.stores().deliveries().open(lane, List.of(scene.delivery(first))).lane());
        assertEquals(1, scene.window(scene.claim(lane.key())).unanswered().size());
    }

    private static void decided_is_over(Scene scene) {
        for (DeliveryFate fate : List.of(new DeliveryFate.Delivered(), new DeliveryFate.Dead())) {
            Claim claim = scene.open(scene.text());
            assertTrue(scene.stores().deliveries().record(claim, scene.attempt(), fate));
            assertFalse(scene.stores().deliveries().record(claim, scene.attempt(), fate), "it was decided twice");
            assertEquals(Optional.empty(), scene.stores().deliveries().find(claim));
            scene.pass(Duration.ofDays(1));
            assertFalse(scene.isClaimable(claim.key()), "it is due again");
        }
    }

    private static void is_tried_again(Scene scene) {
        Claim first = scene.open(scene.text());
        assertTrue(scene.stores().deliveries().record(first, scene.attempt(), new DeliveryFate.Retry(Duration.ofSeconds(5))));
        scene.pass(Duration.ofSeconds(4));
        assertFalse(scene.isClaimable(first.key()), "it is due before the delay is over");
        scene.pass(Duration.ofSeconds(2));
        Claim second = scene.claim(first.key());
        assertEquals(1, second.attempts());
        Delivery stored = scene.stores().deliveries().find(second).orElseThrow();
        assertEquals(DeliveryStatus.PENDING, stored.status());
        assertTrue(stored.nextAttemptAt().isPresent(), "it does not say when it is tried next");
        DeliveryAttempt attempt = stored.attempts().getFirst();
        assertEquals(Optional.of(500), attempt.statusCode());
        assertEquals(Optional.of("The server answered 500."), attempt.error());
        assertEquals("oops", attempt.responseBody());
        scene.stores().deliveries().record(second, scene.attempt(), new DeliveryFate.Retry(Duration.ZERO));
        assertEquals(2, scene.stores().deliveries().find(scene.claim(first.key())).orElseThrow().attempts().size());
    }

    private static void is_found(Scene scene) {
        Claim claim = scene.open(scene.text());
        scene.pass(Claim.LEASE.plusSeconds(1));
        List<Claim> found = scene.stores().work().claimDue(WorkKind.NOTIFY, 10);
        assertEquals(List.of(claim.key()), found.stream().map(Claim::key).toList());
        assertTrue(scene.stores().deliveries().find(found.getFirst()).isPresent());
    }
}
