package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.AgentId;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Assigned numbers. */
final class NumberRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "N1",
                    "a number reads as it was stored, by its id and by itself",
                    "which columns its insert fills",
                    NumberRules::reads_as_stored),
            new Rule<>("N2", "a number is assigned once, by whomever", "a unique key over the number alone", NumberRules::assigned_once),
            new Rule<>(
                    "N3",
                    "of twenty that want one number at once, one gets it",
                    "the unique key, and what is done when it is violated",
                    NumberRules::one_gets_it),
            new Rule<>("N4", "an agent's numbers are told the longest assigned first", "the order of ofAgent", NumberRules::longest_first),
            new Rule<>(
                    "N5",
                    "an update replaces connection and agent, never the number, and raises the version",
                    "update",
                    NumberRules::update_replaces),
            new Rule<>(
                    "N6",
                    "an update of another version changes nothing",
                    "the version in the where",
                    NumberRules::stale_changes_nothing),
            new Rule<>(
                    "N7",
                    "a number that was given up can be assigned by others, and its conversations stay",
                    "delete",
                    NumberRules::given_up_is_free));

    private NumberRules() {}

    private static void reads_as_stored(Scene scene) {
        AssignedNumber answered = scene.samples().number(scene.home().connection(), scene.home().agent());
        AssignedNumber silent = scene.samples().number(scene.home().connection());
        for (AssignedNumber number : List.of(answered, silent)) {
            assertTrue(scene.stores().numbers().insert(number));
            assertEquals(Optional.of(number), find(scene, number));
            assertEquals(Optional.of(number), scene.stores().numbers().findByNumber(scene.home().id(), number.number()));
        }
        assertEquals(Optional.empty(), scene.stores().numbers().findByNumber(scene.home().id(), scene.samples().ourNumber()));
    }

    private static void assigned_once(Scene scene) {
        assertFalse(scene.stores().numbers().insert(like(scene, scene.home(), scene.home().number())), "assigned twice by one");
        Tenant other = scene.tenant();
        assertFalse(scene.stores().numbers().insert(like(scene, other, scene.home().number())), "assigned twice by two");
        assertEquals(Optional.of(scene.home().number()), find(scene, scene.home().number()));
    }

    private static void one_gets_it(Scene scene) {
        AssignedNumber wanted = scene.samples().number(scene.home().connection());
        List<AssignedNumber> all = IntStream.range(0, 20).mapToObj(_ -> like(scene, scene.home(), wanted)).toList();
        List<Boolean> inserted = Crowd.of(20, i -> scene.stores().numbers().insert(all.get(i)));
        assertEquals(1, inserted.stream().filter(Boolean::booleanValue).count());
    }

    private static void longest_first(Scene scene) {
        Tenant home = scene.home();
        AssignedNumber n = scene.samples().number(home.connection(), home.agent());
        AssignedNumber older = at(n, n.createdAt().minusSeconds(60));
        scene.stores().numbers().insert(older);
        scene.stores().numbers().insert(scene.samples().number(home.connection()));
        List<AssignedNumber> ofAgent = scene.stores().numbers().ofAgent(home.id(), home.agent().id());
        assertEquals(List.of(older, home.number()), ofAgent);
        assertEquals(List.of(), scene.stores().numbers().ofAgent(home.id(), new AgentId(scene.ids().next())));
    }

    private static void update_replaces(Scene scene) {
        AssignedNumber old = scene.home().number();
        Connection next = scene.samples().connection(scene.home().id());
        scene.stores().connections().insert(next);
        AssignedNumber changed = as(scene.samples().number(next), old);
        assertTrue(scene.stores().numbers().update(changed));
        AssignedNumber now = find(scene, old).orElseThrow();
        assertEquals(old.number(), now.number());
        assertEquals(next.id(), now.connection());
        assertEquals(Optional.empty(), now.agent());
        assertEquals(old.version() + 1, now.version());
    }

    private static void stale_changes_nothing(Scene scene) {
        AssignedNumber old = scene.home().number();
        List<Boolean> made = Crowd.of(20, _ -> scene.stores().numbers().update(old));
        assertEquals(1, made.stream().filter(Boolean::booleanValue).count());
        assertFalse(scene.stores().numbers().update(old), "a stale update was made");
        assertEquals(old.version() + 1, find(scene, old).orElseThrow().version());
        assertFalse(scene.stores().numbers().update(scene.samples().number(scene.home().connection())), "what is not there was updated");
    }

    private static void given_up_is_free(Scene scene) {
        AssignedNumber old = scene.home().number();
        var lane = scene.receive(scene.text());
        assertTrue(scene.stores().numbers().delete(scene.home().id(), old.id()));
        assertFalse(scene.stores().numbers().delete(scene.home().id(), old.id()), "given up twice");
        assertEquals(Optional.empty(), find(scene, old));
        assertTrue(scene.stores().numbers().insert(like(scene, scene.tenant(), old)));
        assertEquals(old.number(), scene.conversation(lane).ourNumber());
    }

    private static Optional<AssignedNumber> find(Scene scene, AssignedNumber number) {
        return scene.stores().numbers().find(number.organization(), number.id());
    }

    private static AssignedNumber like(Scene scene, Tenant tenant, AssignedNumber number) {
        AssignedNumber n = scene.samples().number(tenant.connection(), tenant.agent());
        return new AssignedNumber(n.id(), n.organization(), number.number(), n.connection(), n.agent(), 1, n.createdAt(), n.updatedAt());
    }

    private static AssignedNumber at(AssignedNumber n, Instant createdAt) {
        return new AssignedNumber(n.id(), n.organization(), n.number(), n.connection(), n.agent(), n.version(), createdAt, n.updatedAt());
    }

    private static AssignedNumber as(AssignedNumber content, AssignedNumber old) {
        return new AssignedNumber(
                old.id(),
                old.organization(),
                content.number(),
                content.connection(),
                content.agent(),
                old.version(),
                old.createdAt(),
                old.updatedAt());
    }
}
