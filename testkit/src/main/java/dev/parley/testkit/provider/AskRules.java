package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.ports.PhoneNumber;
import dev.parley.ports.spi.InboundHistory;
import dev.parley.ports.spi.InboundHistory.Period;
import dev.parley.ports.spi.SendLookup;
import dev.parley.ports.spi.SendLookup.SearchedText;
import dev.parley.testkit.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be asked of a provider is asked once, changes nothing, and is believed only when it was said. */
final class AskRules {

    private static final String SAID = "; only an answer that could be read whole says that there is nothing";

    static final List<Rule<Bench>> LOOKUPS = List.of(
            new Rule<>(
                    "L1",
                    "a text is not found only when the provider has said so",
                    "lookUp(…): Unavailable for whatever is no answer" + SAID,
                    AskRules::found_or_not_told),
            new Rule<>("L2", "looking up sends nothing", "lookUp(…): it reads, and with one request", AskRules::looking_up_reads));

    static final List<Rule<Bench>> HISTORIES = List.of(
            new Rule<>(
                    "L3",
                    "nothing was received only when the provider has said so",
                    "received(…): Unavailable for whatever is no answer" + SAID,
                    AskRules::received_or_not_told),
            new Rule<>(
                    "L4",
                    "asking what was received sends nothing",
                    "received(…): it reads, and with one request",
                    AskRules::asking_reads));

    private AskRules() {}

    /** What nobody can take for a list of texts. */
    private static Stream<Reply> noAnswers() {
        return Stream.concat(
                Stream.of(401, 403, 429, 500, 502, 503).map(status -> Reply.of(status, "")),
                Stream.of("", "<html>Welcome</html>", "null", "{\"").map(body -> Reply.of(200, body)));
    }

    private static SearchedText text(Bench bench) {
        Instant now = bench.clock().instant();
        return new SearchedText(
                Sample.message(1),
                Optional.of(new PhoneNumber(Sample.OURS)),
                new PhoneNumber(Sample.CONTACT),
                Sample.BODY,
                now);
    }

    private static Period period(Bench bench) {
        return new Period(List.of(new PhoneNumber(Sample.OURS)), bench.clock().instant(), Optional.empty());
    }

    private static SendLookup.Answer lookUp(Bench bench, VendorApi api) {
        var able = assertInstanceOf(SendLookup.class, bench.provider(bench.of().account(), api.url()), "see C6");
        return able.lookUp(text(bench));
    }

    private static InboundHistory.Answer received(Bench bench, VendorApi api) {
        var able = assertInstanceOf(InboundHistory.class, bench.provider(bench.of().account(), api.url()), "see C7");
        return able.received(period(bench));
    }

    private static void found_or_not_told(Bench bench) {
        noAnswers().forEach(
                reply -> assertInstanceOf(
                        SendLookup.Answer.Unavailable.class,
                        lookUp(bench, bench.api(reply)),
                        () -> "what a text is when the provider does this: " + reply));
    }

    private static void received_or_not_told(Bench bench) {
        noAnswers().forEach(
                reply -> assertInstanceOf(
                        InboundHistory.Answer.Unavailable.class,
                        received(bench, bench.api(reply)),
                        () -> "what was received when the provider does this: " + reply));
    }

    private static void looking_up_reads(Bench bench) {
        noAnswers().forEach(reply -> {
            VendorApi api = bench.api(reply);
            lookUp(bench, api);
            assertReads(bench, api);
        });
    }

    private static void asking_reads(Bench bench) {
        noAnswers().forEach(reply -> {
            VendorApi api = bench.api(reply);
            received(bench, api);
            assertReads(bench, api);
        });
    }

    private static void assertReads(Bench bench, VendorApi api) {
        Check.that(api.received().size() <= 1, "it takes more than one request");
        Values values = Sample.request(bench.of().account(), Sample.outbound(Sample.CONTACT, Sample.BODY));
        for (Template send : bench.of().all(Piece.SENDS)) {
            String path = send.fill(send.target(), Escape.NONE, values).split("\\?", 2)[0];
            Check.not(
                    api.received().stream().anyMatch(r -> r.method().equals(send.method()) && r.path().equals(path)),
                    "it makes the request of a send");
        }
    }
}
