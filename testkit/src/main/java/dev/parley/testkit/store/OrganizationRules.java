package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.ApiKeyId;
import dev.parley.ports.organization.ApiKey;
import dev.parley.ports.organization.Organization;
import dev.parley.ports.organization.Scope;
import dev.parley.testkit.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Organizations, and the keys that act for them. */
final class OrganizationRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "O1",
                    "an organization reads as it was stored",
                    "which columns its insert fills",
                    OrganizationRules::reads_as_stored),
            new Rule<>(
                    "O2",
                    "a name is found to the letter",
                    "the collation of the name must be binary",
                    OrganizationRules::found_to_the_letter),
            new Rule<>(
                    "O3",
                    "of twenty that want one name at once, one gets it",
                    "a unique key over the name",
                    OrganizationRules::one_gets_it),
            new Rule<>("O4", "an update replaces name and status of what is there", "update", OrganizationRules::update_replaces),
            new Rule<>(
                    "O5",
                    "a key is found by its hash, as it was stored",
                    "which columns its insert fills",
                    OrganizationRules::key_is_found),
            new Rule<>(
                    "O6",
                    "a key that is there already stays as it is, whoever has it",
                    "a unique key over the hash",
                    OrganizationRules::key_stays),
            new Rule<>("O7", "a forgotten key is not found", "delete", OrganizationRules::key_is_forgotten));

    private static final String HASH = "ab".repeat(32);

    private OrganizationRules() {}

    private static void reads_as_stored(Scene scene) {
        Organization stored = scene.samples().organization();
        assertTrue(scene.stores().organizations().insert(stored));
        assertEquals(Optional.of(stored), scene.stores().organizations().find(stored.id()));
        assertEquals(Optional.of(stored), scene.stores().organizations().findByName(stored.name()));
        assertEquals(Optional.empty(), scene.stores().organizations().find(scene.samples().organization().id()));
    }

    private static void found_to_the_letter(Scene scene) {
        Organization one = named(scene, "Café Ada 👍");
        Organization other = named(scene, "café ada 👍");
        assertTrue(scene.stores().organizations().insert(one));
        assertTrue(scene.stores().organizations().insert(other));
        assertEquals(Optional.of(one.id()), scene.stores().organizations().findByName("Café Ada 👍").map(Organization::id));
        assertEquals(Optional.of(other.id()), scene.stores().organizations().findByName("café ada 👍").map(Organization::id));
        assertEquals(Optional.empty(), scene.stores().organizations().findByName("Cafe Ada 👍"));
    }

    private static void one_gets_it(Scene scene) {
        List<Boolean> inserted = Crowd.of(20, _ -> scene.stores().organizations().insert(named(scene, "Wanted")));
        assertEquals(1, inserted.stream().filter(Boolean::booleanValue).count());
    }

    private static void update_replaces(Scene scene) {
        Organization old = scene.samples().organization();
        assertFalse(scene.stores().organizations().update(old), "what is not there was updated");
        scene.stores().organizations().insert(old);
        Organization changed = new Organization(old.id(), "Another name", Organization.Status.SUSPENDED, old.createdAt());
        assertTrue(scene.stores().organizations().update(changed));
        assertTrue(scene.stores().organizations().update(changed), "an update that changes nothing is none");
        assertEquals(Optional.of(changed), scene.stores().organizations().find(old.id()));
        assertEquals(Organization.Status.ACTIVE, scene.stores().organizations().find(scene.home().id()).orElseThrow().status());
    }

    private static void key_is_found(Scene scene) {
        ApiKey key = key(scene);
        assertTrue(scene.stores().apiKeys().insert(key, HASH));
        assertEquals(Optional.of(key), scene.stores().apiKeys().findByHash(HASH));
        assertEquals(Optional.empty(), scene.stores().apiKeys().findByHash("cd".repeat(32)));
        ApiKey eternal = new ApiKey(
                new ApiKeyId(scene.ids().next()),
                scene.home().id(),
                "Eternal",
                Set.of(Scope.ADMIN),
                Optional.empty(),
                scene.now());
        scene.stores().apiKeys().insert(eternal, "ef".repeat(32));
        assertEquals(Optional.of(eternal), scene.stores().apiKeys().findByHash("ef".repeat(32)));
    }

    private static void key_stays(Scene scene) {
        ApiKey key = key(scene);
        scene.stores().apiKeys().insert(key, HASH);
        ApiKey thief = new ApiKey(
                new ApiKeyId(scene.ids().next()),
                scene.tenant().id(),
                "Thief",
                Set.of(Scope.ADMIN),
                Optional.empty(),
                scene.now());
        assertFalse(scene.stores().apiKeys().insert(thief, HASH), "a key was stored twice");
        assertEquals(Optional.of(key.id()), scene.stores().apiKeys().findByHash(HASH).map(ApiKey::id));
    }

    private static void key_is_forgotten(Scene scene) {
        ApiKey key = key(scene);
        scene.stores().apiKeys().insert(key, HASH);
        assertTrue(scene.stores().apiKeys().delete(scene.home().id(), key.id()));
        assertEquals(Optional.empty(), scene.stores().apiKeys().findByHash(HASH));
        assertFalse(scene.stores().apiKeys().delete(scene.home().id(), key.id()), "a key was forgotten twice");
    }

    private static Organization named(Scene scene, String name) {
        return new Organization(scene.samples().organization().id(), name, Organization.Status.ACTIVE, scene.now());
    }

    private static ApiKey key(Scene scene) {
        return new ApiKey(
                new ApiKeyId(scene.ids().next()),
                scene.home().id(),
                "CRM “north”",
                Set.of(Scope.MESSAGES_SEND, Scope.MESSAGES_READ),
                Optional.of(scene.now().plus(Duration.ofDays(30))),
                scene.now());
    }
}
