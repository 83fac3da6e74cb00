package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.organization.Organization;
import dev.parley.ports.out.Recipient;
import dev.parley.testkit.Rule;
import dev.parley.testkit.fake.FakeProviders;
import dev.parley.testkit.sample.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Whom a webhook may be for. */
final class DirectoryRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "L1",
                    "a connection is found by its id, if it is one of that provider",
                    "the provider in the where",
                    DirectoryRules::by_id),
            new Rule<>(
                    "L2",
                    "a connection is found by a number that it carries, if it is one of that provider",
                    "carrierOf",
                    DirectoryRules::by_number),
            new Rule<>(
                    "L3",
                    "the connections to an account are found whosever they are, the oldest first, at most ten",
                    "ofAccount",
                    DirectoryRules::by_account),
            new Rule<>("L4", "a text to a number is for the agent who answers there now", "recipient", DirectoryRules::recipient),
            new Rule<>(
                    "L5",
                    "a text to a number that nobody answers is for nobody, but the number is known",
                    "the left join on agents",
                    DirectoryRules::recipient_without_agent),
            new Rule<>(
                    "L6",
                    "a number is nobody's for a connection that does not carry it",
                    "the connection in the where",
                    DirectoryRules::no_recipient_elsewhere),
            new Rule<>(
                    "L7",
                    "the connections of active organizations are found by their provider, a few at a time and none twice",
                    "the order, the limit and the status of the organization",
                    DirectoryRules::by_provider));

    private static final String PROVIDER = FakeProviders.NAME;
    private static final ConnectionId START = new ConnectionId(new UUID(0, 0));

    private DirectoryRules() {}

    private static void by_id(Scene scene) {
        Connection c = scene.home().connection();
        assertEquals(Optional.of(c), scene.stores().directory().connection(PROVIDER, c.id()));
        assertEquals(Optional.empty(), scene.stores().directory().connection("other", c.id()));
        assertEquals(Optional.empty(), scene.stores().directory().connection(PROVIDER, scene.samples().connection(scene.home().id()).id()));
    }

    private static void by_number(Scene scene) {
        Tenant other = scene.tenant();
        assertEquals(Optional.of(other.connection()), scene.stores().directory().carrierOf(PROVIDER, other.ours()));
        assertEquals(Optional.empty(), scene.stores().directory().carrierOf("other", other.ours()));
        assertEquals(Optional.empty(), scene.stores().directory().carrierOf(PROVIDER, scene.samples().ourNumber()));
    }

    private static void by_account(Scene scene) {
        List<Connection> all =
                IntStream.range(0, 12).mapToObj(i -> toAccount(scene, i % 2 == 0 ? scene.home() : scene.tenant(), i)).toList();
        all.reversed().forEach(scene.stores().connections()::insert);
        assertEquals(all.subList(0, 10), scene.stores().directory().ofAccount(PROVIDER, "AC-shared"));
        assertEquals(List.of(), scene.stores().directory().ofAccount("other", "AC-shared"));
        assertEquals(List.of(), scene.stores().directory().ofAccount(PROVIDER, "ac-SHARED"));
    }

    private static void recipient(Scene scene) {
        Tenant home = scene.home();
        assertEquals(Optional.of(new Recipient(home.number(), Optional.of(home.agent()))),
                scene.stores().directory().recipient(home.connection(), home.ours()));
        assertEquals(Optional.empty(), scene.stores().directory().recipient(home.connection(), scene.samples().ourNumber()));
    }

    private static void recipient_without_agent(Scene scene) {
        AssignedNumber silent = scene.samples().number(scene.home().connection());
        scene.stores().numbers().insert(silent);
        assertEquals(Optional.of(new Recipient(silent, Optional.empty())),
                scene.stores().directory().recipient(scene.home().connection(), silent.number()));
    }

    private static void no_recipient_elsewhere(Scene scene) {
        Connection second = scene.samples().connection(scene.home().id());
        scene.stores().connections().insert(second);
        assertEquals(Optional.empty(), scene.stores().directory().recipient(second, scene.home().ours()));
        assertEquals(Optional.empty(), scene.stores().directory().recipient(scene.tenant().connection(), scene.home().ours()));
    }

    private static void by_provider(Scene scene) {
        Tenant other = scene.tenant();
        suspend(scene, scene.tenant().organization());
        List<Connection> ours = LongStream.of(0, 1, -1, Long.MIN_VALUE)
                .mapToObj(half -> withId(scene.samples().connection(scene.home().id()), new ConnectionId(new UUID(half, 5))))
                .toList();
        ours.forEach(scene.stores().connections()::insert);
        Stream<Connection> all = Stream.concat(ours.stream(), Stream.of(scene.home().connection(), other.connection()));
        var found = new ArrayList<Connection>();
        for (List<Connection> slice = active(scene, START); !slice.isEmpty(); slice = active(scene, found.getLast().id())) {
            found.addAll(slice);
        }
        assertEquals(all.sorted(Comparator.comparing(c -> c.id().toString())).toList(), found);
        assertEquals(List.of(), scene.stores().directory().active("other", START, 10));
    }

    private static List<Connection> active(Scene scene, ConnectionId after) {
        List<Connection> slice = scene.stores().directory().active(PROVIDER, after, 2);
        assertTrue(slice.size() <= 2, "more than was asked for");
        return slice;
    }

    private static void suspend(Scene scene, Organization o) {
        assertTrue(scene.stores()
                .organizations()
                .update(new Organization(o.id(), o.name(), Organization.Status.SUSPENDED, o.createdAt())));
    }

    private static Connection withId(Connection c, ConnectionId id) {
        return new Connection(
                id,
                c.organization(),
                c.provider(),
                c.name(),
                c.accountKey(),
                c.credentials(),
                c.settings(),
                1,
                c.createdAt(),
                c.updatedAt());
    }

    private static Connection toAccount(Scene scene, Tenant tenant, int seconds) {
        Connection c = scene.samples().connection(tenant.id());
        Instant createdAt = scene.now().plusSeconds(seconds);
        return new Connection(
                c.id(),
                c.organization(),
                c.provider(),
                c.name(),
                Optional.of("AC-shared"),
                c.credentials(),
                c.settings(),
                1,
                createdAt,
                createdAt);
    }
}
