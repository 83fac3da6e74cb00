package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.ports.Keyword;
import dev.parley.ports.spi.InboundHistory;
import dev.parley.ports.spi.Listening;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.SendLookup;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.OptOutSignal;
import dev.parley.testkit.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the description claims is there, and what it does not claim is not. */
final class CapabilityRules {

    private static final String HELP = "able(…) of the description, and what the case says: they contradict each other";

    static final List<Rule<Bench>> RULES = List.of(
            new Rule<>("C1", "whoever claims JOINS_PARTS yields no parts, and whoever does not does", HELP, CapabilityRules::parts),
            new Rule<>(
                    "C2",
                    "whoever claims HANDLES_KEYWORDS tells of it, and whoever does not never does",
                    HELP + "; handledAs(keyword) is for what the provider has dealt with itself, and not for the word STOP",
                    CapabilityRules::keywords),
            new Rule<>("C3", "whoever claims REPORTS_DELIVERY is read as reporting, and nobody else", HELP, CapabilityRules::reports),
            new Rule<>(
                    "C4",
                    "whoever claims SIGNS_WEBHOOKS signs what is in them, and nobody else does",
                    HELP + "; a password beside the webhook is no signature of it",
                    CapabilityRules::signs),
            new Rule<>(
                    "C5",
                    "whoever claims LISTENS is Listening, and nobody else",
                    HELP + "; without the claim core never asks a provider to listen",
                    CapabilityRules::listens),
            new Rule<>(
                    "C6",
                    "whoever claims LOOKS_UP_SENDS is SendLookup, and nobody else",
                    HELP + "; what implements it is asked about texts whose answers were lost",
                    CapabilityRules::looks_up),
            new Rule<>(
                    "C7",
                    "whoever claims LISTS_INBOUND is InboundHistory, and nobody else",
                    HELP + "; without the claim core never asks a provider what it received",
                    CapabilityRules::lists));

    private CapabilityRules() {}

    private static void parts(Bench bench) {
        boolean joins = bench.of().described().can(Capability.JOINS_PARTS);
        for (Template template : bench.of().need(Piece.INBOUND)) {
            assertEquals(Optional.empty(), bench.text(template, bench.inbound().with("body", "long ".repeat(200))).part(), "a whole text");
        }
        List<Template> parts = joins ? bench.of().all(Piece.PART) : bench.of().need(Piece.PART);
        for (Template template : parts) {
            boolean isPart = bench.text(template, bench.inbound()).part().isPresent();
            assertEquals(!joins, isPart,
                    joins ? "JOINS_PARTS is claimed, but a text was read as a part" : "the part is read as a whole text");
        }
    }

    private static void keywords(Bench bench) {
        boolean handles = bench.of().described().can(Capability.HANDLES_KEYWORDS);
        for (Template template : bench.of().need(Piece.INBOUND)) {
            for (String word : List.of("STOP", "START", "HELP", "stop")) {
                InboundText text = bench.text(template, bench.inbound().with("body", word));
                assertEquals(Optional.empty(), text.handledKeyword(),
                        () -> word + " without the provider's word that it has dealt with it");
            }
        }
        Check.that(handles || bench.of().keywords().isEmpty(), "there is .keyword(…), but HANDLES_KEYWORDS is not claimed");
        bench.of().keywords().entrySet().forEach(row -> handled(bench, row));
    }

    private static void handled(Bench bench, Map.Entry<Keyword, Template> row) {
        Values values = bench.inbound().with("body", row.getKey().name());
        List<Keyword> told = bench.read(row.getValue(), values).stream().flatMap(event -> keyword(event).stream()).toList();
        assertEquals(List.of(row.getKey()), told, "what the provider has dealt with");
    }

    private static Optional<Keyword> keyword(WebhookEvent event) {
        return switch (event) {
            case InboundText text -> text.handledKeyword();
            case OptOutSignal signal -> Optional.of(signal.keyword());
            case DeliveryReport _, WebhookEvent.Ignored _ -> Optional.empty();
        };
    }

    private static void reports(Bench bench) {
        boolean claims = bench.of().described().can(Capability.REPORTS_DELIVERY);
        List<Template> reports = claims ? bench.of().need(Piece.REPORT) : bench.of().all(Piece.REPORT);
        Check.that(claims || reports.isEmpty(), "there is .report(…), but REPORTS_DELIVERY is not claimed");
        for (Template template : reports) {
            Check.that(
                    bench.read(template, bench.report()).stream().anyMatch(DeliveryReport.class::isInstance),
                    "REPORTS_DELIVERY is claimed, but a report is read as something else");
        }
        for (Template template : bench.of().need(Piece.INBOUND)) {
            Check.not(
                    bench.read(template, bench.inbound()).stream().anyMatch(DeliveryReport.class::isInstance),
                    "a text is read as a report");
        }
    }

    private static void listens(Bench bench) {
        boolean claims = bench.of().described().can(Capability.LISTENS);
        assertEquals(claims, bench.provider() instanceof Listening, "LISTENS is claimed: " + claims + ", the provider is Listening");
    }

    private static void looks_up(Bench bench) {
        boolean claims = bench.of().described().can(Capability.LOOKS_UP_SENDS);
        assertEquals(claims, bench.provider() instanceof SendLookup, "LOOKS_UP_SENDS is claimed: " + claims + ", it is SendLookup");
    }

    private static void lists(Bench bench) {
        boolean claims = bench.of().described().can(Capability.LISTS_INBOUND);
        assertEquals(claims, bench.provider() instanceof InboundHistory, "LISTS_INBOUND is claimed: " + claims + ", it is InboundHistory");
    }

    private static void signs(Bench bench) {
        Webhook signed = bench.sign(bench.webhooks().getFirst());
        Webhook changed = signed.body().isEmpty() ? signed.withUrl(signed.url().replace(Sample.CANARY, "Other-Words"))
                : signed.withBody(signed.body().replace(Sample.CANARY, "Other-Words"));
        Verdict verdict = bench.check(bench.provider(), changed.request());
        if (bench.of().described().can(Capability.SIGNS_WEBHOOKS)) {
            Check.not(verdict instanceof Verdict.Genuine, "SIGNS_WEBHOOKS is claimed, but the text can be changed");
        } else {
            assertInstanceOf(Verdict.Genuine.class, verdict, "the text cannot be changed: so SIGNS_WEBHOOKS can be claimed");
        }
    }
}
