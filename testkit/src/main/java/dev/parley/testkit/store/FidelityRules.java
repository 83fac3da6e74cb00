package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.ports.Encoding;
import dev.parley.ports.PageRequest;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.QuarantinedText;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.message.Content;
import dev.parley.ports.message.Failure;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryAttempt;
import dev.parley.ports.out.DeliveryFate;
import dev.parley.ports.out.IdempotencyStore.Answer;
import dev.parley.ports.out.IdempotencyStore.Attempt;
import dev.parley.ports.out.Resumed;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.spi.Media;
import dev.parley.ports.work.Claim;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.DraftSample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Words come back as they went in, character by character. */
final class FidelityRules {

    /** Texts that have been lost or bent somewhere before. */
    static final List<String> ODD = List.of(
            "",
            " ",
            "trailing spaces   ",
            "  leading",
            "tab\tand\r\nCRLF\n\nand LF\n",
            "Größe 👍🏽 你好 🏴‍☠️ 𝒜",
            "\u202Eمرحبا بكم\u202C",
            "e\u0301 and é",
            "zero\u200Bwidth\uFEFF",
            "'; DROP TABLE message; -- \\ \" % _ ${x} {{y}}",
            "NULL",
            "👍".repeat(1600));

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "P1",
                    "the words of texts that come in survive",
                    "character set, column length, trimming",
                    FidelityRules::of_texts_in),
            new Rule<>("P2", "the words of texts of ours survive", "character set, column length, trimming", FidelityRules::of_texts_out),
            new Rule<>("P3", "turns hold the words that were said", "character set, column length, trimming", FidelityRules::of_turns),
            new Rule<>("P4", "pictures and the measure of a text survive", "the columns or the JSON of Content", FidelityRules::of_media),
            new Rule<>(
                    "P5",
                    "the words of quarantined texts survive",
                    "character set, column length, trimming",
                    FidelityRules::of_quarantine),
            new Rule<>(
                    "P6",
                    "payloads, and what servers said to them, survive",
                    "character set, column length, trimming",
                    FidelityRules::of_deliveries),
            new Rule<>("P7", "answers to requests survive", "character set, column length, trimming", FidelityRules::of_answers),
            new Rule<>("P8", "the words of failures survive", "character set, column length, trimming", FidelityRules::of_failures));

    private FidelityRules() {}

    private static void of_texts_in(Scene scene) {
        for (String words : ODD) {
            ArrivalSample text = scene.text().saying(words);
            Claim lane = scene.lane(text);
            assertEquals(words, scene.stored(text).content().body());
            assertEquals(words, scene.window(lane).unanswered().getFirst().content().body());
        }
    }

    private static void of_texts_out(Scene scene) {
        for (String words : ODD) {
            DraftSample text = scene.draft().saying(words);
            Claim send = scene.begin(text);
            assertEquals(words, scene.stored(text).content().body());
            scene.stores().outbox().finish(send, new SendFate.Later(Duration.ZERO, new Failure("throttled", "429")));
            var ready = assertInstanceOf(Resumed.Ready.class, scene.stores().outbox().resume(scene.claim(send.key())));
            assertEquals(words, ready.message().content().body());
        }
    }

    private static void of_turns(Scene scene) {
        PhoneNumber contact = scene.samples().contact();
        ODD.forEach(words -> scene.begin(scene.draft().to(contact).saying(words)));
        ODD.forEach(words -> scene.receive(scene.text().from(contact).saying(words)));
        Claim lane = scene.lane(scene.text().from(contact).saying("the last"));
        List<String> said = scene.window(lane).turns().stream().map(Turn::content).toList();
        assertEquals(ODD, said.subList(0, ODD.size()));
        assertEquals(ODD, said.subList(ODD.size(), 2 * ODD.size()));
    }

    private static void of_media(Scene scene) {
        var media = List.of(new Media("image/jpeg", "https://provider.example/media/1?x=" + "y".repeat(500)),
                new Media("text/vcard", "https://b"));
        var content = new Content("look", Encoding.UCS_2, 7, media);
        ArrivalSample in = scene.text().saying(content);
        scene.receive(in);
        DraftSample out = scene.draft().saying(content);
        scene.begin(out);
        assertEquals(content, scene.stored(in).content());
        assertEquals(content, scene.stored(out).content());
    }

    private static void of_quarantine(Scene scene) {
        for (String words : ODD) {
            scene.stores().quarantine().hold(saying(words, scene.samples().quarantined(scene.home(), scene.now())));
        }
        List<QuarantinedText> held = scene.stores().quarantine().list(scene.home().id(), PageRequest.FIRST).items();
        assertEquals(Set.copyOf(ODD), held.stream().map(QuarantinedText::body).collect(Collectors.toSet()));
    }

    private static QuarantinedText saying(String words, QuarantinedText t) {
        return new QuarantinedText(
                t.id(),
                t.organization(),
                t.connection(),
                t.providerMessageId(),
                t.from(),
                t.to(),
                words,
                t.media(),
                t.reason(),
                t.receivedAt());
    }

    private static void of_deliveries(Scene scene) {
        for (String words : ODD) {
            String start = words.substring(0, Math.min(words.length(), 1024));
            ArrivalSample text = scene.text();
            Claim lane = scene.lane(text);
            Claim claim = scene.stores().deliveries().open(lane, List.of(saying(words, scene.delivery(text)))).claims().getFirst();
            var attempt = new DeliveryAttempt(scene.now(), Optional.of(500), Optional.of(start), start);
            scene.stores().deliveries().record(claim, attempt, new DeliveryFate.Retry(Duration.ZERO));
            Delivery stored = scene.stores().deliveries().find(scene.claim(claim.key())).orElseThrow();
            assertEquals(words, stored.payload());
            assertEquals(List.of(attempt), stored.attempts());
        }
    }

    private static Delivery saying(String words, Delivery d) {
        return new Delivery(
                d.id(),
                d.organization(),
                d.agent(),
                d.event(),
                d.about(),
                d.url(),
                words,
                d.status(),
                d.attempts(),
                d.nextAttemptAt(),
                d.createdAt());
    }

    private static void of_answers(Scene scene) {
        for (String words : ODD) {
            String key = "key-" + ODD.indexOf(words);
            scene.stores().idempotency().begin(scene.home().id(), key, "f", scene.message());
            scene.stores().idempotency().finish(scene.home().id(), key, new Answer(201, words));
            assertEquals(new Attempt.Replay(new Answer(201, words)),
                    scene.stores().idempotency().begin(scene.home().id(), key, "f", scene.message()));
        }
    }

    private static void of_failures(Scene scene) {
        for (String words : ODD) {
            DraftSample text = scene.draft();
            var failure = new Failure("unknown", words.substring(0, Math.min(words.length(), 600)));
            scene.stores().outbox().finish(scene.begin(text), new SendFate.Failed(failure, false));
            assertEquals(Optional.of(failure), scene.stored(text).failure());
        }
    }
}
