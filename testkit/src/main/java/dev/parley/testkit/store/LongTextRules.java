package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Keyword;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.LongText;
import dev.parley.ports.out.LongTexts;
import dev.parley.ports.out.TextPart;
import dev.parley.ports.spi.Media;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.Part;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.ports.work.WorkKind;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Texts that come in parts. */
final class LongTextRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "LT1",
                    "parts read as they came, by index, once the last of them is there",
                    "which columns the insert fills, and the order",
                    LongTextRules::read_as_they_came),
            new Rule<>(
                    "LT2",
                    "a part that comes twice has no second effect, before its text is joined and for three days after",
                    "the unique key over connection and provider id, and how long the names are kept",
                    LongTextRules::twice_has_no_second_effect),
            new Rule<>(
                    "LT3",
                    "of all who bring the parts of a text at once, several times each, one brings the last",
                    "two who bring the last two parts must not both miss the other's: lock what they have in common",
                    LongTextRules::one_brings_the_last),
            new Rule<>(
                    "LT4",
                    "parts of another connection, sender, receiver, reference or total are of another text",
                    "what parts are looked for by",
                    LongTextRules::others_are_of_another_text),
            new Rule<>(
                    "LT5",
                    "what has come of a text is due five minutes after the first part, and not before",
                    "the due time of the work, and that later parts leave it alone",
                    LongTextRules::waits_for_five_minutes),
            new Rule<>(
                    "LT6",
                    "a part that comes after five minutes begins another text",
                    "the time in what parts are looked for by",
                    LongTextRules::too_late_is_another_text),
            new Rule<>(
                    "LT7",
                    "a reference that is used again after the last part is another text",
                    "that the last part ends the wait, whether anybody has joined the text or not",
                    LongTextRules::used_again_is_another_text),
            new Rule<>(
                    "LT8",
                    "whoever takes over gathers the same parts, and whoever was thought dead finishes nothing",
                    "that gathering ends the wait, and the fence",
                    LongTextRules::the_same_again_until_finished),
            new Rule<>("LT9", "two parts of one index are one part, and both are there", "count each index once", LongTextRules::one_index),
            new Rule<>(
                    "LT10",
                    "another organization neither adds to a text of ours nor ends it",
                    "the organization in the where",
                    LongTextRules::nobody_elses));

    private static final Duration BRIEFLY = Duration.ofSeconds(2);
    private static final Acceptance WAITS = new Acceptance.Stored(Optional.empty());
    private static final String CONTACT = "+14155550199";

    private LongTextRules() {}

    private static void read_as_they_came(Scene scene) {
        String ours = scene.home().ours().e164();
        for (String words : FidelityRules.ODD) {
            String name = "in-" + scene.ids().next();
            InboundText one = InboundText.of(name + "/1", CONTACT, ours, words).as(new Part("r", 1, 3)).handledAs(Keyword.STOP);
            InboundText two = InboundText.of(name + "/2", CONTACT, ours, words).as(new Part("r", 2, 3));
            InboundText three =
                    InboundText.of(name + "/3", CONTACT, ours, words).as(new Part("r", 3, 3)).with(List.of(new Media("image/png", "u")));
            assertEquals(WAITS, add(scene, three));
            assertEquals(WAITS, add(scene, one));
            Claim claim = scene.claim(last(scene, two));
            assertEquals(new LongText(scene.home().connection().id(), List.of(one, two, three)), gather(scene, claim));
        }
    }

    private static void twice_has_no_second_effect(Scene scene) {
        InboundText one = part(scene, "SM1", new Part("r", 1, 2));
        add(scene, one);
        assertEquals(new Acceptance.Duplicate(), add(scene, one));
        Claim claim = scene.claim(last(scene, part(scene, "SM2", new Part("r", 2, 2))));
        assertEquals(new Acceptance.Duplicate(), add(scene, one));
        assertEquals(List.of("SM1", "SM2"), names(gather(scene, claim)));
        assertTrue(longTexts(scene).finish(claim));
        scene.pass(Duration.ofHours(71));
        assertEquals(new Acceptance.Duplicate(), add(scene, one));
        assertEquals(List.of(), due(scene));
    }

    private static void one_brings_the_last(Scene scene) {
        for (int round = 0; round < 5; round++) {
            String reference = "r" + round;
            List<TextPart> parts = IntStream.range(0, 20)
                    .mapToObj(i -> part(scene, reference + "-" + i % 5, new Part(reference, 1 + i % 5, 5)))
                    .map(part -> scene.samples().part(scene.home(), part))
                    .toList();
            List<Acceptance> results = Crowd.of(20, i -> longTexts(scene).add(parts.get(i)));
            assertEquals(5, results.stream().filter(Acceptance.Stored.class::isInstance).count());
            List<Claim> due = due(scene);
            assertEquals(1, due.size());
            assertEquals(5, gather(scene, due.getFirst()).parts().size());
            assertTrue(longTexts(scene).finish(due.getFirst()));
        }
    }

    private static void others_are_of_another_text(Scene scene) {
        Connection other = scene.samples().connection(scene.home().id());
        scene.stores().connections().insert(other);
        var first = part(scene, "SM1", new Part("r", 1, 2));
        add(scene, first);
        var second = new Part("r", 2, 2);
        String ours = first.to();
        var there = scene.samples().part(scene.home().with(other), part(scene, "SM2", second));
        assertEquals(WAITS, longTexts(scene).add(there));
        assertEquals(WAITS, add(scene, InboundText.of("SM3", CONTACT + "9", ours, "b").as(second)));
        assertEquals(WAITS, add(scene, InboundText.of("SM4", CONTACT, "+15005559999", "b").as(second)));
        assertEquals(WAITS, add(scene, part(scene, "SM5", new Part("R", 2, 2))));
        assertEquals(WAITS, add(scene, part(scene, "SM6", new Part("r", 2, 3))));
        Claim claim = scene.claim(last(scene, part(scene, "SM7", second)));
        assertEquals(List.of("SM1", "SM7"), names(gather(scene, claim)));
    }

    private static void waits_for_five_minutes(Scene scene) {
        add(scene, part(scene, "SM1", new Part("r", 3, 3)));
        scene.pass(Duration.ofMinutes(4));
        add(scene, part(scene, "SM2", new Part("r", 1, 3)));
        scene.pass(Duration.ofMinutes(1).minus(BRIEFLY));
        assertEquals(List.of(), due(scene));
        scene.pass(BRIEFLY.multipliedBy(2));
        List<Claim> due = due(scene);
        assertEquals(1, due.size());
        assertEquals(List.of("SM2", "SM1"), names(gather(scene, due.getFirst())));
    }

    private static void too_late_is_another_text(Scene scene) {
        add(scene, part(scene, "SM1", new Part("r", 1, 2)));
        scene.pass(LongTexts.PATIENCE.plus(BRIEFLY));
        assertEquals(WAITS, add(scene, part(scene, "SM2", new Part("r", 2, 2))));
        List<Claim> due = due(scene);
        assertEquals(List.of(List.of("SM1")), due.stream().map(claim -> names(gather(scene, claim))).toList());
        scene.pass(LongTexts.PATIENCE.plus(BRIEFLY));
        due.forEach(longTexts(scene)::finish);
        List<Claim> later = due(scene);
        assertTrue(later.stream().map(claim -> names(gather(scene, claim))).toList().contains(List.of("SM2")), "the late part is lost");
    }

    private static void used_again_is_another_text(Scene scene) {
        add(scene, part(scene, "SM1", new Part("r", 1, 2)));
        WorkKey first = last(scene, part(scene, "SM2", new Part("r", 2, 2)));
        assertEquals(WAITS, add(scene, part(scene, "SM3", new Part("r", 1, 2))));
        WorkKey second = last(scene, part(scene, "SM4", new Part("r", 2, 2)));
        assertEquals(List.of("SM3", "SM4"), names(gather(scene, scene.claim(second))));
        Claim claim = scene.claim(first);
        assertEquals(List.of("SM1", "SM2"), names(gather(scene, claim)));
        assertTrue(longTexts(scene).finish(claim));
        assertEquals(WAITS, add(scene, part(scene, "SM5", new Part("r", 2, 2))));
    }

    private static void the_same_again_until_finished(Scene scene) {
        add(scene, part(scene, "SM1", new Part("r", 1, 2)));
        scene.pass(LongTexts.PATIENCE.plus(BRIEFLY));
        Claim dead = due(scene).getFirst();
        LongText text = gather(scene, dead);
        assertEquals(WAITS, add(scene, part(scene, "SM2", new Part("r", 2, 2))));
        Claim heir = scene.takeOver(dead);
        assertEquals(Optional.empty(), longTexts(scene).gather(dead));
        assertFalse(longTexts(scene).finish(dead), "the dead one finished it");
        assertEquals(text, gather(scene, heir));
        assertTrue(longTexts(scene).finish(heir));
        assertFalse(longTexts(scene).finish(heir), "it was finished twice");
        assertFalse(scene.isClaimable(heir.key()), "there is work left");
    }

    private static void one_index(Scene scene) {
        add(scene, part(scene, "SM2", new Part("r", 2, 2)));
        scene.pass(Duration.ofMillis(1));
        assertEquals(WAITS, add(scene, part(scene, "SM1", new Part("r", 2, 2))));
        Claim claim = scene.claim(last(scene, part(scene, "SM3", new Part("r", 1, 2))));
        assertEquals(List.of("SM3", "SM2", "SM1"), names(gather(scene, claim)));
    }

    private static void nobody_elses(Scene scene) {
        Tenant other = scene.tenant();
        TextPart one = scene.samples().part(scene.home(), part(scene, "SM1", new Part("r", 1, 2)));
        InboundText two = part(scene, "SM2", new Part("r", 2, 2));
        var theirs = new TextPart(scene.ids().next(), other.id(), one.connection(), one.from(), one.to(), two);
        assertEquals(WAITS, longTexts(scene).add(one));
        assertEquals(WAITS, longTexts(scene).add(theirs));
        Claim claim = scene.claim(last(scene, part(scene, "SM3", new Part("r", 2, 2))));
        var foreign = new Claim(WorkKey.join(other.id(), claim.key().subject()), claim.epoch(), claim.attempts());
        assertEquals(Optional.empty(), longTexts(scene).gather(foreign));
        assertFalse(longTexts(scene).finish(foreign), "it was finished");
        assertEquals(List.of("SM1", "SM3"), names(gather(scene, claim)));
    }

    private static LongTexts longTexts(Scene scene) {
        return scene.stores().longTexts();
    }

    private static InboundText part(Scene scene, String name, Part part) {
        return InboundText.of(name, CONTACT, scene.home().ours().e164(), "part " + part.index()).as(part);
    }

    private static Acceptance add(Scene scene, InboundText text) {
        return longTexts(scene).add(scene.samples().part(scene.home(), text));
    }

    /** Adds a part that has to be the last, and names the work that it makes due. */
    private static WorkKey last(Scene scene, InboundText part) {
        var stored = assertInstanceOf(Acceptance.Stored.class, add(scene, part));
        Acceptance.Due due = stored.work().orElseThrow(() -> new AssertionError("the last part made nothing due"));
        assertEquals(Duration.ZERO, due.in());
        return due.key();
    }

    private static LongText gather(Scene scene, Claim claim) {
        return longTexts(scene).gather(claim).orElseThrow(() -> new AssertionError("the text cannot be gathered"));
    }

    private static List<Claim> due(Scene scene) {
        return scene.stores().work().claimDue(WorkKind.JOIN, 10);
    }

    private static List<String> names(LongText text) {
        return text.parts().stream().map(InboundText::providerMessageId).toList();
    }
}
