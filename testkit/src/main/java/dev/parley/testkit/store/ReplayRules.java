package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.DeliveryId;
import dev.parley.ports.PageRequest;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryAttempt;
import dev.parley.ports.notify.DeliveryFilter;
import dev.parley.ports.notify.DeliveryStatus;
import dev.parley.ports.out.Deliveries;
import dev.parley.ports.out.DeliveryFate;
import dev.parley.ports.out.Turn;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deliveries as people see them, made once more, and in their order. */
final class ReplayRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>("H7", "a delivery is shown to its organization alone", "org_id in find and list", ReplayRules::is_shown),
            new Rule<>("H8", "deliveries are listed by status and time, newest first", "the filters of list", ReplayRules::are_filtered),
            new Rule<>(
                    "H9",
                    "a delivery is shown with the time at which it is due next",
                    "the due time of its work, also when that was put off",
                    ReplayRules::shows_when),
            new Rule<>(
                    "H10",
                    "a replay begins the schedule anew, with what was tried before kept",
                    "how many attempts a turn counts, and from when",
                    ReplayRules::begins_anew),
            new Rule<>(
                    "H11",
                    "a replay of what is being tried just now leaves it its holder",
                    "the hold in the where of the step that makes it due",
                    ReplayRules::disturbs_nobody),
            new Rule<>(
                    "H12",
                    "a delivery is behind an earlier one of its conversation that is tried, due or new",
                    "isBehind of a turn",
                    ReplayRules::keeps_the_order),
            new Rule<>(
                    "H13",
                    "a delivery is behind none of another conversation or endpoint",
                    "what isBehind of a turn compares",
                    ReplayRules::waits_for_no_other),
            new Rule<>(
                    "H14",
                    "the delivery behind one that is over is called at once, and no other",
                    "the order, the conversation and the hold in what is called next",
                    ReplayRules::calls_the_next));

    private static final URI ELSEWHERE = URI.create("https://customer.example/elsewhere");

    private ReplayRules() {}

    private static void is_shown(Scene scene) {
        Claim claim = scene.open(scene.text());
        DeliveryId id = new DeliveryId(claim.key().subject());
        Delivery held = scene.stores().deliveries().find(claim).orElseThrow();
        Delivery shown = scene.stores().deliveries().find(scene.home().id(), id).orElseThrow();
        assertEquals(held.payload(), shown.payload());
        assertEquals(List.of(shown), list(scene, DeliveryFilter.ALL));
        var other = scene.tenant().id();
        assertEquals(Optional.empty(), scene.stores().deliveries().find(other, id));
        assertEquals(List.of(), scene.stores().deliveries().list(other, DeliveryFilter.ALL, PageRequest.FIRST).items());
        assertFalse(scene.stores().deliveries().replay(other, id, ELSEWHERE), "another organization replayed it");
    }

    private static void are_filtered(Scene scene) {
        Claim delivered = scene.open(scene.text());
        scene.stores().deliveries().record(delivered, scene.attempt(), new DeliveryFate.Delivered());
        scene.pass(Duration.ofSeconds(1));
        Instant between = scene.now();
        Claim pending = scene.open(scene.text());
        assertEquals(ids(pending, delivered), ids(list(scene, DeliveryFilter.ALL)));
        assertEquals(ids(pending), ids(list(scene, new DeliveryFilter(Optional.of(DeliveryStatus.PENDING), none(), none()))));
        assertEquals(ids(pending), ids(list(scene, new DeliveryFilter(Optional.empty(), Optional.of(between), none()))));
        assertEquals(ids(delivered), ids(list(scene, new DeliveryFilter(Optional.empty(), none(), Optional.of(between)))));
    }

    private static void shows_when(Scene scene) {
        Claim claim = scene.open(scene.text());
        scene.stores().deliveries().record(claim, scene.attempt(), new DeliveryFate.Retry(Duration.ZERO));
        scene.stores().work().postpone(scene.claim(claim.key()), Duration.ofHours(2));
        Instant next = shown(scene, claim).nextAttemptAt().orElseThrow(() -> new AssertionError("it does not say when"));
        assertTrue(next.isAfter(scene.now().plus(Duration.ofHours(1))), () -> "it says " + next);
    }

    private static void begins_anew(Scene scene) {
        Claim claim = scene.open(scene.text());
        scene.stores().deliveries().record(claim, scene.attempt(), new DeliveryFate.Retry(Duration.ZERO));
        Claim second = scene.claim(claim.key());
        assertEquals(1, turn(scene, second).tries());
        assertEquals(shown(scene, claim).createdAt(), turn(scene, second).since());
        scene.stores().deliveries().record(second, scene.attempt(), new DeliveryFate.Dead());
        scene.pass(Duration.ofDays(1));
        assertTrue(scene.stores().deliveries().replay(scene.home().id(), new DeliveryId(claim.key().subject()), ELSEWHERE));
        Delivery replayed = shown(scene, claim);
        assertEquals(DeliveryStatus.PENDING, replayed.status());
        assertEquals(ELSEWHERE, replayed.url());
        assertEquals(2, replayed.attempts().size());
        Turn turn = turn(scene, scene.claim(claim.key()));
        assertEquals(0, turn.tries());
        assertTrue(turn.since().isAfter(replayed.createdAt().plus(Duration.ofHours(23))), "the schedule did not begin anew");
    }

    private static void disturbs_nobody(Scene scene) {
        Claim claim = scene.open(scene.text());
        assertTrue(scene.stores().deliveries().replay(scene.home().id(), new DeliveryId(claim.key().subject()), ELSEWHERE));
        assertFalse(scene.isClaimable(claim.key()), "somebody else can claim it");
        assertTrue(scene.stores().deliveries().record(claim, scene.attempt(), new DeliveryFate.Delivered()));
        assertEquals(DeliveryStatus.DELIVERED, shown(scene, claim).status());
    }

    private static void keeps_the_order(Scene scene) {
        ArrivalSample text = scene.text();
        Claim first = scene.open(text);
        Claim second = scene.open(scene.text().from(text.arrival().contact()));
        assertTrue(turn(scene, second).isBehind(), "the earlier one is being tried");
        assertFalse(turn(scene, first).isBehind(), "the first is behind nobody");
        scene.stores().work().postpone(first, Duration.ofHours(1));
        assertTrue(turn(scene, second).isBehind(), "the earlier one was never tried");
        scene.pass(Duration.ofHours(1));
        Claim again = scene.claim(first.key());
        scene.stores().deliveries().record(again, new DeliveryAttempt(scene.now(), none(), none(), ""), retry(Duration.ofSeconds(5)));
        Claim held = scene.claim(second.key());
        assertFalse(turn(scene, held).isBehind(), "the earlier one has failed, and nobody waits for its next try");
        scene.pass(Duration.ofSeconds(6));
        assertTrue(turn(scene, held).isBehind(), "the earlier one is due");
    }

    private static void calls_the_next(Scene scene) {
        ArrivalSample text = scene.text();
        Claim first = scene.open(text);
        Claim second = scene.open(scene.text().from(text.arrival().contact()));
        Claim third = scene.open(scene.text().from(text.arrival().contact()));
        Claim stranger = scene.open(scene.text());
        List.of(second, third, stranger).forEach(claim -> scene.stores().work().postpone(claim, Duration.ofHours(1)));
        Delivery done = shown(scene, first);
        scene.stores().deliveries().record(first, scene.attempt(), new DeliveryFate.Delivered());
        assertEquals(Optional.of(second.key()), scene.stores().deliveries().callNext(done));
        assertFalse(scene.isClaimable(third.key()), "the third was called before its turn");
        assertFalse(scene.isClaimable(stranger.key()), "one of another conversation was called");
        Claim held = scene.claim(second.key());
        scene.stores().deliveries().record(held, scene.attempt(), new DeliveryFate.Dead());
        assertEquals(Optional.of(third.key()), scene.stores().deliveries().callNext(done));
        scene.stores().deliveries().record(scene.claim(third.key()), scene.attempt(), new DeliveryFate.Delivered());
        assertEquals(Optional.empty(), scene.stores().deliveries().callNext(done));
    }

    private static void waits_for_no_other(Scene scene) {
        ArrivalSample text = scene.text();
        Claim first = scene.open(text);
        assertFalse(turn(scene, scene.open(scene.text())).isBehind(), "it is of another conversation");
        Claim second = scene.open(scene.text().from(text.arrival().contact()));
        Deliveries deliveries = scene.stores().deliveries();
        deliveries.record(first, scene.attempt(), retry(Duration.ofHours(1)));
        deliveries.replay(scene.home().id(), new DeliveryId(first.key().subject()), ELSEWHERE);
        assertFalse(turn(scene, second).isBehind(), "it goes to another endpoint");
    }

    private static DeliveryFate retry(Duration delay) {
        return new DeliveryFate.Retry(delay);
    }

    private static Turn turn(Scene scene, Claim claim) {
        return scene.stores().deliveries().turn(claim).orElseThrow(() -> new AssertionError("the delivery is not held"));
    }

    private static Delivery shown(Scene scene, Claim claim) {
        return scene.stores()
                .deliveries()
                .find(scene.home().id(), new DeliveryId(claim.key().subject()))
                .orElseThrow(() -> new AssertionError("the delivery is not there"));
    }

    private static List<Delivery> list(Scene scene, DeliveryFilter filter) {
        return scene.stores().deliveries().list(scene.home().id(), filter, PageRequest.FIRST).items();
    }

    private static List<WorkKey> ids(Claim...claims) {
        return List.of(claims).stream().map(Claim::key).toList();
    }

    private static List<WorkKey> ids(List<Delivery> deliveries) {
        return deliveries.stream().map(d -> WorkKey.notify(d.organization(), d.id())).toList();
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }
}
