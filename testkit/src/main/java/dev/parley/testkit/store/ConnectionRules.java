package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.PageRequest;
import dev.parley.ports.Secret;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Removal;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.Tenant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Connections: accounts at providers. */
final class ConnectionRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "C1",
                    "a connection reads as it was stored, its credentials readable",
                    "which columns its insert fills, and that what was encrypted is decrypted",
                    ConnectionRules::reads_as_stored),
            new Rule<>("C2", "an update replaces everything and raises the version", "update", ConnectionRules::update_replaces),
            new Rule<>(
                    "C3",
                    "an update of another version changes nothing",
                    "the version in the where",
                    ConnectionRules::stale_changes_nothing),
            new Rule<>(
                    "C4",
                    "of twenty updates of one version at once, one is made",
                    "the version in the where of one statement",
                    ConnectionRules::one_of_twenty_updates),
            new Rule<>("C5", "a connection that a number uses cannot be removed", "Removal.IN_USE", ConnectionRules::used_by_a_number),
            new Rule<>("C6", "a connection that an agent uses cannot be removed", "Removal.IN_USE", ConnectionRules::used_by_an_agent),
            new Rule<>(
                    "C10",
                    "why texts of a connection wait is shown until it is over or the connection is changed",
                    "note, and the version that it is about",
                    ConnectionRules::shows_its_problem),
            new Rule<>("C7", "a connection that nothing uses is removed once", "delete", ConnectionRules::removed_once),
            new Rule<>(
                    "C8",
                    "messages outlive their connection, number and agent",
                    "foreign keys that would forbid or cascade",
                    ConnectionRules::messages_stay),
            new Rule<>(
                    "C9",
                    "a connection with nothing in it reads as it was stored",
                    "empty maps and no account",
                    ConnectionRules::reads_bare_as_stored));

    private ConnectionRules() {}

    private static void reads_as_stored(Scene scene) {
        var credentials = Map.of("accountSid", new Secret("AC1"), "privateKey", new Secret("-----BEGIN\n" + "Zm9v".repeat(500) + "\n"));
        Connection full = with(scene.samples().connection(scene.home().id()), "Größtes “Konto” 👍", credentials);
        scene.stores().connections().insert(full);
        assertEquals(Optional.of(full), find(scene, full));
    }

    private static void reads_bare_as_stored(Scene scene) {
        Connection c = scene.samples().connection(scene.home().id());
        Connection bare = new Connection(
                c.id(),
                c.organization(),
                c.provider(),
                "x",
                Optional.empty(),
                Map.of(),
                Map.of(),
                1,
                c.createdAt(),
                c.updatedAt());
        scene.stores().connections().insert(bare);
        assertEquals(Optional.of(bare), find(scene, bare));
    }

    private static void update_replaces(Scene scene) {
        Connection old = stored(scene);
        Connection changed = changed(old, "Another name");
        assertTrue(scene.stores().connections().update(changed));
        Connection now = find(scene, old).orElseThrow();
        assertEquals("Another name", now.name());
        assertEquals(changed.credentials(), now.credentials());
        assertEquals(changed.settings(), now.settings());
        assertEquals(changed.accountKey(), now.accountKey());
        assertEquals(old.version() + 1, now.version());
    }

    private static void stale_changes_nothing(Scene scene) {
        Connection old = stored(scene);
        assertTrue(scene.stores().connections().update(changed(old, "First")));
        assertFalse(scene.stores().connections().update(changed(old, "Second")), "a stale update was made");
        assertEquals("First", find(scene, old).orElseThrow().name());
        assertFalse(scene.stores().connections().update(scene.samples().connection(scene.home().id())), "what is not there was updated");
    }

    private static void one_of_twenty_updates(Scene scene) {
        Connection old = stored(scene);
        List<Boolean> made = Crowd.of(20, i -> scene.stores().connections().update(changed(old, "Number " + i)));
        assertEquals(1, made.stream().filter(Boolean::booleanValue).count());
        assertEquals("Number " + made.indexOf(true), find(scene, old).orElseThrow().name());
    }

    private static void used_by_a_number(Scene scene) {
        Connection used = stored(scene);
        scene.stores().numbers().insert(scene.samples().number(used));
        assertEquals(Removal.IN_USE, scene.stores().connections().delete(scene.home().id(), used.id()));
        assertTrue(find(scene, used).isPresent());
    }

    private static void used_by_an_agent(Scene scene) {
        Connection used = stored(scene);
        scene.stores().agents().insert(scene.samples().agent(scene.home().id(), used.id()));
        assertEquals(Removal.IN_USE, scene.stores().connections().delete(scene.home().id(), used.id()));
        assertTrue(find(scene, used).isPresent());
    }

    private static void shows_its_problem(Scene scene) {
        Connection c = stored(scene);
        var first = new Connection.Problem(Connection.Problem.AUTH_ERROR, "20003: No.", scene.now().truncatedTo(ChronoUnit.MILLIS));
        scene.stores().connections().note(c, first);
        scene.stores().connections().note(c, new Connection.Problem(first.code(), "Again.", first.since().plusSeconds(60)));
        assertEquals(Optional.of(first), find(scene, c).orElseThrow().problem());
        var other = new Connection.Problem(Connection.Problem.UNREACHABLE, "no connection", first.since().plusSeconds(90));
        scene.stores().connections().note(c, other);
        assertEquals(Optional.of(other), find(scene, c).orElseThrow().problem());
        List<Connection> listed = scene.stores().connections().list(scene.home().id(), PageRequest.FIRST).items();
        assertEquals(List.of(other), listed.stream().flatMap(l -> l.problem().stream()).toList());
        scene.stores().connections().noteWell(c);
        assertEquals(Optional.empty(), find(scene, c).orElseThrow().problem());
        scene.stores().connections().note(c, first);
        assertTrue(scene.stores().connections().update(c));
        assertEquals(Optional.empty(), find(scene, c).orElseThrow().problem());
        scene.stores().connections().note(c, first);
        assertEquals(Optional.empty(), find(scene, c).orElseThrow().problem(), "it is about what the connection was");
    }

    private static void removed_once(Scene scene) {
        Connection unused = stored(scene);
        assertEquals(Removal.REMOVED, scene.stores().connections().delete(scene.home().id(), unused.id()));
        assertEquals(Optional.empty(), find(scene, unused));
        assertEquals(Removal.NOT_THERE, scene.stores().connections().delete(scene.home().id(), unused.id()));
    }

    private static void messages_stay(Scene scene) {
        ArrivalSample in = scene.text();
        var out = scene.draft();
        scene.receive(in);
        scene.begin(out);
        Tenant home = scene.home();
        assertTrue(scene.stores().numbers().delete(home.id(), home.number().id()));
        assertTrue(scene.stores().agents().delete(home.id(), home.agent().id()));
        assertEquals(Removal.REMOVED, scene.stores().connections().delete(home.id(), home.connection().id()));
        assertEquals(in.arrival().content(), scene.stored(in).content());
        assertEquals(home.connection().id(), scene.stored(out).header().connection());
        assertTrue(scene.stores().conversations().find(home.id(), in.arrival().newConversation()).isPresent());
    }

    private static Connection stored(Scene scene) {
        Connection connection = scene.samples().connection(scene.home().id());
        scene.stores().connections().insert(connection);
        return connection;
    }

    private static Connection changed(Connection c, String name) {
        return with(c, name, Map.of("secret", new Secret("renewed")));
    }

    private static Connection with(Connection c, String name, Map<String, Secret> credentials) {
        return new Connection(
                c.id(),
                c.organization(),
                c.provider(),
                name,
                Optional.of("AC2"),
                credentials,
                Map.of(
                        "serviceId",
                        "MG2",
                        "empty",
                        ""),
                c.version(),
                c.createdAt(),
                c.updatedAt());
    }

    private static Optional<Connection> find(Scene scene, Connection connection) {
        return scene.stores().connections().find(connection.organization(), connection.id());
    }
}
