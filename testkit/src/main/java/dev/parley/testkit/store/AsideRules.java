package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.QuarantinedText;
import dev.parley.ports.connection.SignatureFailure;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** What could not be taken, and what was not believed. */
final class AsideRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>("Q1", "a quarantined text reads as it came", "which columns its insert fills", AsideRules::reads_as_it_came),
            new Rule<>(
                    "Q2",
                    "a text that comes twice is quarantined once",
                    "a unique key over connection and provider id",
                    AsideRules::is_held_once),
            new Rule<>("Q5", "a quarantined text is its organization's alone", "org_id in find and remove", AsideRules::is_somebodys),
            new Rule<>(
                    "Q3",
                    "a signature failure reads as it was recorded",
                    "which columns its insert fills",
                    AsideRules::reads_as_recorded),
            new Rule<>(
                    "Q4",
                    "the latest hundred failures of each connection are kept",
                    "which are forgotten, and of which connection",
                    AsideRules::keeps_a_hundred));

    private AsideRules() {}

    private static void reads_as_it_came(Scene scene) {
        QuarantinedText text = scene.samples().quarantined(scene.home(), scene.now());
        scene.stores().quarantine().hold(text);
        assertEquals(List.of(text), scene.stores().quarantine().list(scene.home().id(), PageRequest.FIRST).items());
    }

    private static void is_held_once(Scene scene) {
        QuarantinedText text = scene.samples().quarantined(scene.home(), scene.now());
        Tenant other = scene.tenant();
        Crowd.of(20, i -> {
            scene.stores().quarantine().hold(like(text, new UUID(1, i), scene.home()));
            return i;
        });
        scene.stores().quarantine().hold(like(text, new UUID(2, 2), other));
        assertEquals(1, scene.stores().quarantine().list(scene.home().id(), PageRequest.FIRST).items().size());
        assertEquals(1, scene.stores().quarantine().list(other.id(), PageRequest.FIRST).items().size());
    }

    private static void is_somebodys(Scene scene) {
        QuarantinedText text = scene.samples().quarantined(scene.home(), scene.now());
        scene.stores().quarantine().hold(text);
        Tenant other = scene.tenant();
        assertEquals(Optional.empty(), scene.stores().quarantine().find(other.id(), text.id()));
        assertFalse(scene.stores().quarantine().remove(other.id(), text.id()), "another organization removed it");
        assertEquals(Optional.of(text), scene.stores().quarantine().find(scene.home().id(), text.id()));
        assertTrue(scene.stores().quarantine().remove(scene.home().id(), text.id()));
        assertFalse(scene.stores().quarantine().remove(scene.home().id(), text.id()), "it was removed twice");
        assertEquals(Optional.empty(), scene.stores().quarantine().find(scene.home().id(), text.id()));
    }

    private static void reads_as_recorded(Scene scene) {
        SignatureFailure f = scene.samples().signatureFailure(scene.home(), scene.now());
        SignatureFailure bare = new SignatureFailure(
                scene.ids().next(),
                f.organization(),
                f.connection(),
                f.url(),
                f.why(),
                List.of(),
                Optional.empty(),
                f.at().minusSeconds(1));
        scene.stores().signatureFailures().record(f);
        scene.stores().signatureFailures().record(bare);
        assertEquals(List.of(f, bare), scene.stores().signatureFailures().list(scene.home().id(), PageRequest.FIRST).items());
    }

    private static void keeps_a_hundred(Scene scene) {
        Tenant other = scene.tenant();
        SignatureFailure theirs = scene.samples().signatureFailure(other, scene.now().minusSeconds(1000));
        scene.stores().signatureFailures().record(theirs);
        Instant start = scene.now().minusSeconds(500);
        List<SignatureFailure> ours =
                IntStream.range(0, 103).mapToObj(i -> scene.samples().signatureFailure(scene.home(), start.plusSeconds(i))).toList();
        ours.forEach(scene.stores().signatureFailures()::record);
        assertEquals(ours.reversed().subList(0, 100), list(scene, scene.home()));
        assertEquals(List.of(theirs), list(scene, other));
    }

    private static List<SignatureFailure> list(Scene scene, Tenant tenant) {
        return scene.stores().signatureFailures().list(tenant.id(), PageRequest.FIRST).items();
    }

    private static QuarantinedText like(QuarantinedText t, UUID id, Tenant tenant) {
        return new QuarantinedText(
                id,
                tenant.id(),
                tenant.connection().id(),
                t.providerMessageId(),
                t.from(),
                t.to(),
                t.body(),
                t.media(),
                t.reason(),
                t.receivedAt());
    }
}
