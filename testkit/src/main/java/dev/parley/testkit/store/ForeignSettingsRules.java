package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.ApiKeyId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.organization.ApiKey;
import dev.parley.ports.organization.Scope;
import dev.parley.ports.out.Removal;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Another organization asks for our settings by their ids: it finds and changes nothing. */
final class ForeignSettingsRules {

    private static final String HELP = "the organization in the where";

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>("Z1", "another organization forgets no key of ours", HELP, ForeignSettingsRules::keys),
            new Rule<>("Z2", "another organization finds no connection of ours", HELP, ForeignSettingsRules::finds_no_connection),
            new Rule<>("Z3", "another organization changes no connection of ours", HELP, ForeignSettingsRules::changes_no_connection),
            new Rule<>("Z4", "another organization removes no connection of ours", HELP, ForeignSettingsRules::removes_no_connection),
            new Rule<>("Z5", "another organization finds no number of ours", HELP, ForeignSettingsRules::finds_no_number),
            new Rule<>("Z6", "another organization changes or removes no number of ours", HELP, ForeignSettingsRules::changes_no_number),
            new Rule<>("Z7", "another organization finds no agent of ours", HELP, ForeignSettingsRules::finds_no_agent),
            new Rule<>("Z8", "another organization changes or removes no agent of ours", HELP, ForeignSettingsRules::changes_no_agent));

    private ForeignSettingsRules() {}

    private static void keys(Scene scene) {
        var key =
                new ApiKey(new ApiKeyId(scene.ids().next()), scene.home().id(), "Key", Set.of(Scope.ADMIN), Optional.empty(), scene.now());
        scene.stores().apiKeys().insert(key, "ab".repeat(32));
        assertFalse(scene.stores().apiKeys().delete(scene.tenant().id(), key.id()), "it was forgotten");
        assertTrue(scene.stores().apiKeys().findByHash("ab".repeat(32)).isPresent());
    }

    private static void finds_no_connection(Scene scene) {
        assertEquals(Optional.empty(), scene.stores().connections().find(scene.tenant().id(), scene.home().connection().id()));
    }

    private static void changes_no_connection(Scene scene) {
        Connection ours = scene.home().connection();
        assertFalse(scene.stores().connections().update(of(scene.tenant().id(), ours)), "it was changed");
        assertEquals(Optional.of(ours), scene.stores().connections().find(scene.home().id(), ours.id()));
    }

    private static void removes_no_connection(Scene scene) {
        Connection unused = scene.samples().connection(scene.home().id());
        scene.stores().connections().insert(unused);
        OrganizationId other = scene.tenant().id();
        assertEquals(Removal.NOT_THERE, scene.stores().connections().delete(other, unused.id()));
        assertEquals(Removal.NOT_THERE, scene.stores().connections().delete(other, scene.home().connection().id()),
                "it is told that it is used");
        assertTrue(scene.stores().connections().find(scene.home().id(), unused.id()).isPresent());
    }

    private static void finds_no_number(Scene scene) {
        OrganizationId other = scene.tenant().id();
        AssignedNumber ours = scene.home().number();
        assertEquals(Optional.empty(), scene.stores().numbers().find(other, ours.id()));
        assertEquals(Optional.empty(), scene.stores().numbers().findByNumber(other, ours.number()));
        assertEquals(List.of(), scene.stores().numbers().ofAgent(other, scene.home().agent().id()));
    }

    private static void changes_no_number(Scene scene) {
        Tenant other = scene.tenant();
        AssignedNumber ours = scene.home().number();
        AssignedNumber stolen = new AssignedNumber(
                ours.id(),
                other.id(),
                ours.number(),
                other.connection().id(),
                Optional.of(other.agent().id()),
                ours.version(),
                ours.createdAt(),
                ours.updatedAt());
        assertFalse(scene.stores().numbers().update(stolen), "it was changed");
        assertFalse(scene.stores().numbers().delete(other.id(), ours.id()), "it was removed");
        assertEquals(Optional.of(ours), scene.stores().numbers().find(scene.home().id(), ours.id()));
    }

    private static void finds_no_agent(Scene scene) {
        assertEquals(Optional.empty(), scene.stores().agents().find(scene.tenant().id(), scene.home().agent().id()));
    }

    private static void changes_no_agent(Scene scene) {
        Tenant other = scene.tenant();
        Agent ours = scene.home().agent();
        Agent stolen = of(other, ours);
        assertFalse(scene.stores().agents().update(stolen), "it was changed");
        assertFalse(scene.stores().agents().delete(other.id(), ours.id()), "it was removed");
        assertEquals(Optional.of(ours), scene.stores().agents().find(scene.home().id(), ours.id()));
        assertEquals(Optional.of(scene.home().number()), scene.stores().numbers().find(scene.home().id(), scene.home().number().id()));
    }

    private static Connection of(OrganizationId other, Connection c) {
        return new Connection(
                c.id(),
                other,
                c.provider(),
                "Stolen",
                c.accountKey(),
                c.credentials(),
                c.settings(),
                c.version(),
                c.createdAt(),
                c.updatedAt());
    }

    private static Agent of(Tenant other, Agent a) {
        return new Agent(
                a.id(),
                other.id(),
                "Stolen",
                a.status(),
                Optional.of(other.connection().id()),
                a.config(),
                a.defaultVariables(),
                a.webhookSecret(),
                a.version(),
                a.createdAt(),
                a.updatedAt());
    }
}
