package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Address;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.connection.QuarantinedText;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.out.Intake;
import dev.parley.ports.out.MissedTexts;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.Part;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is remembered of asking providers what they received. */
final class MissedTextRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>("MT1", "a connection is asked about when it is time", "ask", MissedTextRules::asked_in_time),
            new Rule<>("MT2", "whoever is asking is not disturbed", "ask: held rows", MissedTextRules::not_disturbed),
            new Rule<>("MT3", "up to when was asked is remembered, and asking goes on", "asked", MissedTextRules::remembered),
            new Rule<>(
                    "MT4",
                    "texts are known wherever they came to",
                    "known: messages, parts, quarantine",
                    MissedTextRules::known_anywhere),
            new Rule<>("MT5", "texts of another connection are not known", "known: the connection", MissedTextRules::of_this_connection),
            new Rule<>("MT6", "what was ended is over", "end", MissedTextRules::ended_is_over),
            new Rule<>("MT7", "whoever lost the work changes nothing", "the epoch", MissedTextRules::fenced),
            new Rule<>(
                    "MT8",
                    "what a contact said of consent before something else that is known has no effect",
                    "the times of what changed the consent, compared with that of the text",
                    MissedTextRules::an_old_word_has_no_effect));

    private static final Intake STOP = new Intake.OptOut("text:STOP", new Intake.Settled(HandledAs.OPT_OUT));
    private static final Intake START = new Intake.OptIn("text:START", new Intake.Settled(HandledAs.OFF));

    private MissedTextRules() {}

    private static MissedTexts missedTexts(Scene scene) {
        return scene.stores().missedTexts();
    }

    private static ConnectionId connection(Scene scene) {
        return scene.home().connection().id();
    }

    private static WorkKey key(Scene scene) {
        return WorkKey.catchUp(scene.home().id(), connection(scene));
    }

    private static Claim asking(Scene scene) {
        missedTexts(scene).ask(scene.home().id(), connection(scene), Duration.ZERO);
        return scene.claim(key(scene));
    }

    private static void asked_in_time(Scene scene) {
        missedTexts(scene).ask(scene.home().id(), connection(scene), Duration.ofMinutes(5));
        assertFalse(scene.isClaimable(key(scene)), "it is too early");
        missedTexts(scene).ask(scene.home().id(), connection(scene), Duration.ZERO);
        assertEquals(Optional.empty(), missedTexts(scene).askedUntil(scene.claim(key(scene))));
    }

    private static void not_disturbed(Scene scene) {
        Claim held = asking(scene);
        missedTexts(scene).ask(scene.home().id(), connection(scene), Duration.ZERO);
        assertFalse(scene.isClaimable(key(scene)), "two ask at once");
        assertTrue(missedTexts(scene).asked(held, scene.now(), Duration.ofMinutes(5)));
    }

    private static void remembered(Scene scene) {
        Claim claim = asking(scene);
        Instant until = scene.now().truncatedTo(ChronoUnit.MILLIS);
        assertTrue(missedTexts(scene).asked(claim, until, Duration.ofSeconds(5)));
        assertFalse(scene.isClaimable(key(scene)), "it is too early");
        missedTexts(scene).ask(scene.home().id(), connection(scene), Duration.ZERO);
        Claim next = scene.claim(key(scene));
        assertEquals(Optional.of(until), missedTexts(scene).askedUntil(next));
        assertEquals(0, next.attempts());
    }

    private static void known_anywhere(Scene scene) {
        scene.receive(scene.text().named("SM1"));
        QuarantinedText aside = scene.samples().quarantined(scene.home(), scene.now());
        scene.stores().quarantine().hold(aside);
        InboundText part = InboundText.of("SM3", "+15005550006", scene.home().ours().e164(), "one").as(new Part("r", 1, 2));
        scene.stores().longTexts().add(scene.samples().part(scene.home(), part));
        assertEquals(
                Set.of("SM1", aside.providerMessageId(), "SM3"),
                missedTexts(scene).known(
                        scene.home().id(),
                        connection(scene),
                        List.of("SM1", aside.providerMessageId(), "SM3", "SM4", "sm1")));
    }

    private static void of_this_connection(Scene scene) {
        scene.receive(scene.text().named("SM1"));
        var other = scene.tenant();
        assertEquals(Set.of(), missedTexts(scene).known(other.id(), other.connection().id(), List.of("SM1")));
        assertEquals(Set.of(), missedTexts(scene).known(other.id(), connection(scene), List.of("SM1")));
        assertEquals(Set.of(), missedTexts(scene).known(scene.home().id(), other.connection().id(), List.of("SM1")));
    }

    private static void ended_is_over(Scene scene) {
        Claim claim = asking(scene);
        assertTrue(missedTexts(scene).end(claim));
        scene.pass(Duration.ofDays(1));
        assertFalse(scene.isClaimable(key(scene)), "it goes on");
    }

    private static void fenced(Scene scene) {
        Claim lost = asking(scene);
        Claim held = scene.takeOver(lost);
        assertFalse(missedTexts(scene).asked(lost, scene.now(), Duration.ZERO), "it was put off");
        assertFalse(missedTexts(scene).end(lost), "it was ended");
        assertEquals(Optional.empty(), missedTexts(scene).askedUntil(held));
    }

    private static void an_old_word_has_no_effect(Scene scene) {
        Instant before = scene.now().minus(Duration.ofHours(1));
        ArrivalSample stop = scene.text().to(STOP);
        Address contact = stop.arrival().contact();
        scene.stores().inbox().accept(stop.arrival());
        scene.stores().inbox().accept(scene.text().from(contact).at(before).to(START).arrival());
        assertTrue(isOptedOut(scene, contact), "an older START lifted it");
        scene.pass(Duration.ofMinutes(1));
        scene.stores().inbox().accept(scene.text().from(contact).to(START).arrival());
        scene.stores().inbox().accept(scene.text().from(contact).at(before).to(STOP).arrival());
        assertFalse(isOptedOut(scene, contact), "an older STOP put it back");
    }

    private static boolean isOptedOut(Scene scene, Address contact) {
        return scene.stores().suppressions().isOptedOut(scene.home().id(), scene.home().ours(), contact.value());
    }
}
