package dev.parley.core.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.rig.Rig;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.agent.Manners;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.spi.OutboundText;
import dev.parley.testkit.fake.FakeModels;
import dev.parley.testkit.sample.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Whatever a model answers, the contact reads one sound text, or a human is called. */
class ModelOutputTest {

    private static final String FALLBACK = "We call you back.";
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    /** What a model may answer, and what the contact reads of it. */
    private static final Map<String, String> USABLE = Map.ofEntries(
            Map.entry("We open at nine.", "We open at nine."),
            Map.entry("  \n We open at nine. \r\n", "We open at nine."),
            Map.entry("one\ntwo\tthree", "one\ntwo\tthree"),
            Map.entry("a\u0000b", "ab"),
            Map.entry("\u0000\u0001\u0002ok\u001B[31m", "ok[31m"),
            Map.entry("half \uD83D", "half"),
            Map.entry("\uDC4D half", "half"),
            Map.entry("\uDC4D\uD83D swapped", "swapped"),
            Map.entry("\uD83D\uDC4D", "\uD83D\uDC4D"),
            Map.entry("\uFEFFmarked", "marked"),
            Map.entry("zero\u200Bwidth", "zerowidth"),
            Map.entry("turned \u202Eround", "turned round"),
            Map.entry("\uDB40\uDC48\uDB40\uDC69seen", "seen"),
            Map.entry("non\uFFFFcharacter", "noncharacter"),
            Map.entry("\u0085next line", "next line"),
            Map.entry("Yes", "Yes"),
            Map.entry("YES!", "YES!"),
            Map.entry("Help", "Help"),
            Map.entry("Stop by at nine.", "Stop by at nine."),
            Map.entry("To opt out, reply STOP.", "To opt out, reply STOP."),
            Map.entry("0", "0"),
            Map.entry("?", "?"),
            Map.entry("{\"reply\":\"hi\"}", "{\"reply\":\"hi\"}"),
            Map.entry("'; DROP TABLE message; --", "'; DROP TABLE message; --"),
            Map.entry("{{name}}", "{{name}}"),
            Map.entry("\u0645\u0631\u062D\u0628\u0627", "\u0645\u0631\u062D\u0628\u0627"),
            Map.entry("\uD83D\uDC69\u200D\uD83D\uDC67", "\uD83D\uDC69\u200D\uD83D\uDC67"));

    /** What nobody would want to read. */
    private static final List<String> USELESS = List.of(
            "",
            " ",
            "\n\n\t",
            "\u0000",
            "\u00A0\u2003",
            "\u200B\u200B",
            "\uD83D",
            "\uDC4D\uD83D",
            "\u200D\uFE0F",
            "\uFEFF",
            "\u202E",
            "STOP",
            "stop.",
            " \"Stop\" ",
            "S\u200BTOP",
            "\uFF33\uFF34\uFF2F\uFF30",
            "Unsubscribe",
            "END",
            "Cancel!",
            "opt-out",
            "START",
            "unstop");

    /** What is too long for three segments. */
    private static final List<String> ENDLESS = List.of(
            "word ".repeat(10_000),
            "x".repeat(50_000),
            "\uD83D\uDC4D".repeat(25_000),
            "\u00E9\u0301".repeat(20_000),
            "A sentence. ".repeat(5_000),
            "\n".repeat(20_000) + "the end " + "\u0000".repeat(20_000),
            "{".repeat(50_000));

    @TestFactory
    Stream<DynamicTest> what_is_usable_is_sent_as_the_contact_can_read_it() {
        return USABLE.entrySet()
                .stream()
                .map(e -> test(e.getKey(), () -> assertEquals(List.of(e.getValue()), sent(answering(e.getKey())))));
    }

    @TestFactory
    Stream<DynamicTest> what_is_useless_is_replaced_by_the_fallback_once() {
        return USELESS.stream().map(output -> test(output, () -> {
            Rig rig = answering(output);
            assertEquals(List.of(FALLBACK), sent(rig));
            assertEquals(List.of(false), rig.outbound().stream().map(OutboundMessage::generatedByLlm).toList());
        }));
    }

    @TestFactory
    Stream<DynamicTest> without_a_fallback_what_is_useless_calls_a_human() {
        return USELESS.stream().map(output -> test(output, () -> {
            Rig rig = new Rig();
            ask(rig, output);
            assertEquals(List.of(), sent(rig));
            assertEquals(Optional.of(HandledAs.FAILED), rig.inbound().getFirst().handledAs());
        }));
    }

    @TestFactory
    Stream<DynamicTest> what_is_endless_is_cut_to_a_sound_text() {
        return ENDLESS.stream().map(output -> test(output, () -> {
            String text = sent(answering(output)).getFirst();
            assertTrue(!text.isBlank() && text.length() <= 3 * 160, text);
            assertEquals(text, new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        }));
    }

    private static DynamicTest test(String output, Executable body) {
        String shown = output.chars()
                .limit(12)
                .mapToObj(c -> c > ' ' && c < 127 ? String.valueOf((char) c) : String.format("<%04X>", c))
                .reduce("", String::concat);
        return DynamicTest.dynamicTest(output.length() + ": " + shown, body);
    }

    private static Rig answering(String output) {
        Rig rig = new Rig();
        rig.configure(withFallback());
        ask(rig, output);
        return rig;
    }

    private static void ask(Rig rig, String output) {
        rig.models.alwaysAnswer(_ -> FakeModels.answer(output));
        rig.text("Hello");
        rig.pass(A_WHILE);
    }

    private static List<String> sent(Rig rig) {
        return rig.provider().sent().stream().map(OutboundText::body).toList();
    }

    private static MessagingConfig withFallback() {
        MessagingConfig c = Samples.config(InboundMode.AUTO_REPLY);
        return new MessagingConfig(
                c.inboundMode(),
                c.smsPrompt(),
                c.inboundWebhookUrl(),
                c.fromNumber(),
                c.model(),
                c.limits(),
                new Manners(Optional.empty(), Optional.of(FALLBACK), Set.of(), Optional.empty()),
                c.events());
    }
}
