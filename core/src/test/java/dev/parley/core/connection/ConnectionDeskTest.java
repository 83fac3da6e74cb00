package dev.parley.core.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.rig.Rig;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.FieldError;
import dev.parley.ports.PageRequest;
import dev.parley.ports.Rejection;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.Result;
import dev.parley.ports.Secret;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.in.ConnectionPatch;
import dev.parley.ports.in.ConnectionSpec;
import dev.parley.ports.in.UseCases;
import dev.parley.testkit.fake.FakeProviders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionDeskTest {

    private final Rig rig = new Rig();
    private final UseCases.Connections connections = rig.useCases().connections();

    @Test
    void a_connection_is_made_read_listed_and_removed() {
        Connection made = make();

        assertEquals(made, Rig.value(connections.get().get(rig.tenant.id(), made.id())));
        assertEquals(Optional.of("AC7"), made.accountKey());
        assertEquals(2, connections.list().list(rig.tenant.id(), PageRequest.FIRST).items().size());
        Rig.value(connections.delete().delete(rig.tenant.id(), made.id()));
        assertEquals(Kind.NOT_FOUND, Rig.rejection(connections.get().get(rig.tenant.id(), made.id())).kind());
        assertEquals(Kind.NOT_FOUND, Rig.rejection(connections.delete().delete(rig.tenant.id(), made.id())).kind());
    }

    @Test
    void a_connection_in_use_stays() {
        assertEquals("connection_in_use", Rig.rejection(connections.delete().delete(rig.tenant.id(), rig.tenant.connection().id())).code());
    }

    @Test
    void an_unknown_provider_is_answered_with_those_that_are_known() {
        Rejection rejection = create("nobody", Map.of(), Map.of());

        assertEquals("unknown_provider", rejection.code());
        assertTrue(rejection.detail().contains(FakeProviders.NAME), rejection.detail());
    }

    @Test
    void everything_that_is_wrong_is_named_and_no_value_shown() {
        Rejection rejection = create(
                FakeProviders.NAME,
                Map.of("token", new Secret("hush"), FakeProviders.ACCOUNT, new Secret("x".repeat(9000))),
                Map.of("messagesPerSecond", "fast"));

        assertEquals(
                List.of("credentials.account", "credentials.secret", "credentials.token", "settings.messagesPerSecond"),
                rejection.fields().stream().map(FieldError::field).sorted().toList());
        assertFalse(rejection.toString().contains("hush"));
    }

    @Test
    void every_provider_takes_a_pace() {
        var spec = new ConnectionSpec(FakeProviders.NAME, "Main", credentials(), Map.of("messagesPerSecond", "2.5"));

        assertEquals("2.5", Rig.value(connections.create().create(rig.tenant.id(), spec)).settings().get("messagesPerSecond"));
    }

    @Test
    void every_provider_takes_what_becomes_of_unknown_sends() {
        var spec = new ConnectionSpec(FakeProviders.NAME, "Main", credentials(), Map.of("unknownSends", "at_least_once"));

        assertEquals(
                "at_least_once",
                Rig.value(connections.create().create(rig.tenant.id(), spec)).settings().get("unknownSends"));
        Rejection rejection = create(FakeProviders.NAME, credentials(), Map.of("unknownSends", "twice"));
        assertEquals(List.of("settings.unknownSends"), rejection.fields().stream().map(FieldError::field).toList());
    }

    @Test
    void a_patch_changes_what_it_names_and_a_mask_names_nothing() {
        Connection made = make();
        var patch = new ConnectionPatch(
                Optional.of("Renamed"),
                Map.of(FakeProviders.SECRET, Optional.of(new Secret(new Secret("a-long-enough-secret").masked()))),
                Map.of(FakeProviders.SERVICE, Optional.of("MG1")),
                Optional.empty());
        Connection changed = Rig.value(connections.update().update(rig.tenant.id(), made.id(), patch));

        assertEquals("Renamed", changed.name());
        assertEquals(new Secret("a-long-enough-secret"), changed.credentials().get(FakeProviders.SECRET));
        assertEquals(Map.of(FakeProviders.SERVICE, "MG1"), changed.settings());
        assertEquals(2, changed.version());
    }

    @Test
    void a_mask_of_an_older_secret_changes_nothing_either() {
        Connection made = make();
        var patch = new ConnectionPatch(
                Optional.empty(),
                Map.of(FakeProviders.SECRET, Optional.of(new Secret("••••old1"))),
                Map.of(),
                Optional.empty());
        Connection changed = Rig.value(connections.update().update(rig.tenant.id(), made.id(), patch));

        assertEquals(new Secret("a-long-enough-secret"), changed.credentials().get(FakeProviders.SECRET));
    }

    @Test
    void what_the_provider_does_not_take_or_misses_makes_another_request_of_it() {
        assertEquals(Kind.MALFORMED, create(FakeProviders.NAME, Map.of(), Map.of()).kind());
        assertEquals(Kind.MALFORMED, create(FakeProviders.NAME, credentials(), Map.of("speed", "1")).kind());
        assertEquals(Kind.INVALID, create(FakeProviders.NAME, credentials(), Map.of("messagesPerSecond", "fast")).kind());
    }

    @Test
    void a_patch_takes_values_away_but_not_those_that_are_needed() {
        Connection made = make();

        assertEquals("required", Rig.rejection(update(made, FakeProviders.SECRET)).code());
        assertEquals(Optional.empty(), Rig.value(update(made, FakeProviders.ACCOUNT)).accountKey());
    }

    @Test
    void who_read_an_older_version_is_told() {
        Connection made = make();
        var patch = new ConnectionPatch(Optional.of("Renamed"), Map.of(), Map.of(), Optional.of(9L));

        assertEquals(Kind.STALE, Rig.rejection(connections.update().update(rig.tenant.id(), made.id(), patch)).kind());
    }

    @Test
    void anothers_connection_is_not_there() {
        var other = rig.samples.organization().id();
        ConnectionId id = rig.tenant.connection().id();
        var patch = new ConnectionPatch(Optional.of("Mine"), Map.of(), Map.of(), Optional.empty());

        assertEquals(Kind.NOT_FOUND, Rig.rejection(connections.get().get(other, id)).kind());
        assertEquals(Kind.NOT_FOUND, Rig.rejection(connections.update().update(other, id, patch)).kind());
        assertEquals(Kind.NOT_FOUND, Rig.rejection(connections.delete().delete(other, id)).kind());
    }

    @Test
    void a_connection_whose_provider_is_gone_cannot_be_changed() {
        Connection c = rig.tenant.connection();
        var orphan = new Connection(
                new ConnectionId(rig.ids.next()),
                c.organization(),
                "gone",
                c.name(),
                c.accountKey(),
                c.credentials(),
                c.settings(),
                1,
                c.createdAt(),
                c.updatedAt());
        rig.stores.connections().insert(orphan);

        assertEquals("provider_missing", Rig.rejection(update(orphan, FakeProviders.ACCOUNT)).code());
    }

    private Result<Connection> update(Connection connection, String without) {
        var patch = new ConnectionPatch(Optional.empty(), Map.of(without, Optional.empty()), Map.of(), Optional.empty());
        return connections.update().update(rig.tenant.id(), connection.id(), patch);
    }

    private Connection make() {
        var spec = new ConnectionSpec(FakeProviders.NAME, "Main", credentials(), Map.of());
        return Rig.value(connections.create().create(rig.tenant.id(), spec));
    }

    private Rejection create(String provider, Map<String, Secret> credentials, Map<String, String> settings) {
        return Rig.rejection(connections.create().create(rig.tenant.id(), new ConnectionSpec(provider, "Main", credentials, settings)));
    }

    private static Map<String, Secret> credentials() {
        return Map.of(FakeProviders.ACCOUNT, new Secret("AC7"), FakeProviders.SECRET, new Secret("a-long-enough-secret"));
    }
}
