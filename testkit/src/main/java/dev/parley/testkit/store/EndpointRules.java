package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.DeliveryId;
import dev.parley.ports.notify.DeliveryStatus;
import dev.parley.ports.notify.Endpoint;
import dev.parley.ports.notify.EndpointHealth;
import dev.parley.ports.out.DeliveryFate;
import dev.parley.ports.out.Endpoints;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.ports.work.WorkKind;
import dev.parley.testkit.Rule;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** How the endpoints of customers fare. */
final class EndpointRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "EP1",
                    "an endpoint that fails often enough in a row is paused, and is said to be so once",
                    "what failed answers",
                    EndpointRules::is_paused),
            new Rule<>(
                    "EP2",
                    "an endpoint belongs to the organization that named it",
                    "org_id in the key of an endpoint",
                    EndpointRules::is_somebodys),
            new Rule<>(
                    "EP3",
                    "of all who would try a paused endpoint one may, once its pause is over",
                    "the comparison of paused_until in the write that takes the try",
                    EndpointRules::one_tries),
            new Rule<>("EP4", "an endpoint that took a call has no past", "what recovered forgets", EndpointRules::recovers),
            new Rule<>(
                    "EP5",
                    "an endpoint that is gone is disabled until it is enabled",
                    "DeliveryFate.Gone, recovered and enable",
                    EndpointRules::is_gone),
            new Rule<>(
                    "EP6",
                    "what waits for an endpoint is released oldest first, so many a second",
                    "the due times that release writes",
                    EndpointRules::releases),
            new Rule<>("EP7", "a turn says how its endpoint fares", "the health in a turn", EndpointRules::is_told));

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private EndpointRules() {}

    private static void is_paused(Scene scene) {
        Endpoint endpoint = endpoint(scene);
        assertFalse(endpoints(scene).failed(endpoint, 3, PAUSE), "it was paused at the first failure");
        assertFalse(endpoints(scene).failed(endpoint, 3, PAUSE), "it was paused at the second failure");
        assertTrue(endpoints(scene).health(endpoint).pausedUntil().isEmpty(), "it is paused too soon");
        assertTrue(endpoints(scene).failed(endpoint, 3, PAUSE), "it was not paused");
        assertFalse(endpoints(scene).failed(endpoint, 3, Duration.ZERO), "it was paused twice");
        EndpointHealth health = endpoints(scene).health(endpoint);
        assertEquals(4, health.failures());
        assertTrue(health.pausedUntil().orElseThrow().isAfter(scene.now().plusSeconds(30)), "a shorter pause won");
    }

    private static void is_somebodys(Scene scene) {
        Endpoint ours = endpoint(scene);
        Endpoint theirs = new Endpoint(scene.tenant().id(), ours.url());
        Endpoint another = new Endpoint(ours.organization(), URI.create(ours.url() + "?2"));
        endpoints(scene).failed(ours, 1, PAUSE);
        assertEquals(EndpointHealth.GOOD, endpoints(scene).health(theirs));
        assertEquals(EndpointHealth.GOOD, endpoints(scene).health(another));
        assertFalse(endpoints(scene).recovered(theirs), "it was never paused");
        assertEquals(1, endpoints(scene).health(ours).failures());
    }

    private static void one_tries(Scene scene) {
        Endpoint endpoint = endpoint(scene);
        assertFalse(endpoints(scene).tryAgain(endpoint, PAUSE), "it is not paused");
        endpoints(scene).failed(endpoint, 1, PAUSE);
        assertFalse(endpoints(scene).tryAgain(endpoint, PAUSE), "its pause is not over");
        scene.pass(PAUSE.plusSeconds(1));
        assertEquals(1, Crowd.of(8, _ -> endpoints(scene).tryAgain(endpoint, PAUSE)).stream().filter(may -> may).count());
        scene.pass(PAUSE.plusSeconds(1));
        assertTrue(endpoints(scene).tryAgain(endpoint, PAUSE), "the next pause is over");
    }

    private static void recovers(Scene scene) {
        Endpoint endpoint = endpoint(scene);
        assertFalse(endpoints(scene).recovered(endpoint), "it was never paused");
        endpoints(scene).failed(endpoint, 1, PAUSE);
        assertTrue(endpoints(scene).recovered(endpoint), "it was paused");
        assertEquals(EndpointHealth.GOOD, endpoints(scene).health(endpoint));
        assertFalse(endpoints(scene).recovered(endpoint), "it was back already");
    }

    private static void is_gone(Scene scene) {
        Claim claim = scene.open(scene.text());
        Endpoint endpoint = scene.stores().deliveries().find(claim).orElseThrow().endpoint();
        assertTrue(scene.stores().deliveries().record(claim, scene.attempt(), new DeliveryFate.Gone()));
        var id = new DeliveryId(claim.key().subject());
        assertEquals(DeliveryStatus.DEAD, scene.stores().deliveries().find(scene.home().id(), id).orElseThrow().status());
        endpoints(scene).failed(endpoint, 1, PAUSE);
        assertFalse(endpoints(scene).recovered(endpoint), "it is disabled");
        assertTrue(endpoints(scene).health(endpoint).disabledAt().isPresent(), "it is not disabled");
        endpoints(scene).enable(endpoint);
        assertEquals(EndpointHealth.GOOD, endpoints(scene).health(endpoint));
    }

    private static void releases(Scene scene) {
        List<Claim> claims = IntStream.range(0, 5).mapToObj(_ -> scene.open(scene.text())).toList();
        Endpoint endpoint = scene.stores().deliveries().find(claims.getFirst()).orElseThrow().endpoint();
        claims.forEach(claim -> scene.stores().work().postpone(claim, Duration.ofHours(10)));
        endpoints(scene).release(endpoint, 2);
        List<Instant> due = claims.stream().map(claim -> due(scene, claim)).toList();
        assertFalse(due.getFirst().isAfter(scene.now().plusMillis(500)), "the first has to wait");
        for (int i = 2; i < due.size(); i++) {
            assertFalse(due.get(i).isBefore(due.get(i - 2).plusSeconds(1)), "too many within a second: " + due);
        }
        scene.pass(Duration.ofSeconds(10));
        assertEquals(keys(claims), keys(scene.stores().work().claimDue(WorkKind.NOTIFY, 10)));
    }

    private static void is_told(Scene scene) {
        Claim claim = scene.open(scene.text());
        Endpoint endpoint = scene.stores().deliveries().find(claim).orElseThrow().endpoint();
        assertEquals(EndpointHealth.GOOD, scene.stores().deliveries().turn(claim).orElseThrow().health());
        endpoints(scene).failed(endpoint, 1, PAUSE);
        assertEquals(endpoints(scene).health(endpoint), scene.stores().deliveries().turn(claim).orElseThrow().health());
    }

    private static Instant due(Scene scene, Claim claim) {
        var id = new DeliveryId(claim.key().subject());
        return scene.stores().deliveries().find(scene.home().id(), id).orElseThrow().nextAttemptAt().orElseThrow();
    }

    private static List<WorkKey> keys(List<Claim> claims) {
        return claims.stream().map(Claim::key).toList();
    }

    private static Endpoints endpoints(Scene scene) {
        return scene.stores().endpoints();
    }

    private static Endpoint endpoint(Scene scene) {
        return new Endpoint(scene.home().id(), URI.create("https://customer.example/texts"));
    }
}
