package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.testkit.Rule;
import java.util.List;
import java.util.stream.Stream;

/** Words arrive as they were written, in both directions. */
final class FidelityRules {

    private static final String READ = "read(…) and send(…): ";
    private static final int LONG = 1600;

    static final List<Rule<Bench>> RULES = List.of(
            rule("F1", "emoji arrive whole", "UTF-8 in both directions; a character may be two of Java's, and is not to be normalized",
                    "👍", "👍🏽",
                    "👨‍👩‍👧‍👦 and 🇩🇪",
                    "Grüße, 你好, नमस्ते", "Cafe\u0301 an\u0303o"),
            rule("F2", "signs that mean something in addresses arrive as they are",
                    "decode once and encode once, with the JDK's own or the SDK's means", "a+b & c=d 100% ?", "1 + 1 = 2",
                    "%2B%26 %zz &amp; #1;",
                    "https://example.com/?a=b&c=%20d#e", "http://example.com/a"),
            rule("F3", "line breaks and tabs arrive", "no trim, no replacement of white space", "one\ntwo", "one\r\ntwo", "a\tb"),
            rule("F4", "text from right to left arrives", "UTF-8, and no reordering", "שלום עולם", "مرحبا 123 بالعالم", "a\u200fb\u202ec"),
            rule("F5", "quotes, backslashes and markup arrive", "write JSON and XML with a library, never by hand",
                    "she said \"no\" and 'yes'", "C:\\new\\table \\u0041", "<b>bold</b> & ${name} $1 {}", "]]> --"),
            rule("F6", "control characters arrive", "write JSON with a library", "a\u0007b", "a\u001bb\u0001", "a\u0085b\u2028c"),
            rule("F7", "blanks at both ends arrive", "no strip() and no trim(), of nothing", " hello ", "\n\nhello\n", "   ."),
            rule("F8", "long texts arrive to the last character", "no limit below longestText of the description", "Long. ".repeat(500),
                    "ж".repeat(LONG), "👍".repeat(LONG)),
            rule("F9", "words that programs take for something else arrive", "no value but its absence is nothing", "null", "undefined",
                    "true",
                    "0", "007", "NaN", "{}", "[]", "-"));

    private FidelityRules() {}

    private static Rule<Bench> rule(String id, String sentence, String help, String...texts) {
        return new Rule<>(id, sentence, READ + help, bench -> arrive(bench, List.of(texts)));
    }

    private static void arrive(Bench bench, List<String> texts) {
        for (String text : texts) {
            for (Template template : bench.of().need(Piece.INBOUND)) {
                if (fits(template, text)) {
                    String body = bench.text(template, bench.inbound().with("body", text)).body();
                    assertEquals(text, body, () -> "a text that came in by " + template.method());
                }
            }
            if (bench.of().receivers().isEmpty()) {
                leaves(bench, cut(text, bench.of().factory().description().longestText()));
            }
        }
    }

    /** XML has no control characters but three. */
    private static boolean fits(Template template, String text) {
        return template.escape() != Escape.XML || text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t');
    }

    /** No longer than that, and without half a character at the end. */
    private static String cut(String text, int most) {
        int end = Math.min(text.length(), Math.min(most, LONG));
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    private static void leaves(Bench bench, String text) {
        Template template = bench.of().need(Piece.SENDS).getFirst();
        VendorApi api = bench.api(SendRules.accepted(bench));
        bench.send(bench.provider(bench.of().account(), api.url()), Sample.outbound(Sample.CONTACT, text));
        Check.that(!api.received().isEmpty(), () -> "the text was not sent: " + text);
        List<String> wrong = Stream.of(api.received().getFirst())
                .flatMap(request -> RequestMatch.ofContent(template, Values.ANY.with("body", text), request).stream())
                .toList();
        assertEquals(List.of(), wrong, "in a request that sends");
    }
}
