package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport.Status;
import dev.parley.testkit.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Of a provider that reports: what became of a text is read as it was meant. */
final class StatusRules {

    private static final String TABLE = "read(…): the table of statuses, and .status(…) beside the provider's page";
    private static final Set<Status> BAD = EnumSet.of(Status.FAILED, Status.UNDELIVERED);

    static final List<Rule<Bench>> RULES = List.of(
            new Rule<>("T1", "each word of the provider's means what the case says", TABLE, StatusRules::words),
            new Rule<>(
                    "T2",
                    "a word that nobody knows is UNRECOGNIZED, and nothing worse",
                    "read(…): what the table does not have is Status.UNRECOGNIZED; nobody was told that the text failed",
                    StatusRules::unknown_word),
            new Rule<>("T3", "reports that come twice or out of order read the same", "read(…): no memory", StatusRules::any_order),
            new Rule<>(
                    "T4",
                    "a failure is read with its reason and its code",
                    "read(…): DeliveryReport.because(reason, code, words), the table of codes, and .reason(…) here",
                    StatusRules::reasons),
            new Rule<>(
                    "T5",
                    "a code that nobody knows is kept",
                    "read(…): a reason such as UNKNOWN for what the table does not have, with the provider's own code",
                    StatusRules::unknown_code),
            new Rule<>(
                    "T6",
                    "a report is about the text that it names",
                    "read(…): the provider's id of the text, or of the part; our own name and our number where the report has them",
                    StatusRules::subject));

    private StatusRules() {}

    private static Stream<Template> templates(Bench bench, boolean bad) {
        List<Template> failures = bad ? bench.of().all(Piece.FAILURE) : List.of();
        List<Template> reports = bench.of().need(Piece.REPORT);
        return (failures.isEmpty() ? reports : failures).stream();
    }

    private static DeliveryReport read(Bench bench, Template template, Values values) {
        return bench.only(DeliveryReport.class, template, values);
    }

    private static void words(Bench bench) {
        demand(bench, Set.of(Status.DELIVERED), "status(\"…\", Status.DELIVERED): its word for a text that arrived");
        demand(bench, BAD, "status(\"…\", Status.FAILED): its word for a text that did not arrive");
        assertAll(bench.of()
                .statuses()
                .entrySet()
                .stream()
                .flatMap(row -> templates(bench, BAD.contains(row.getValue())).map(template -> () -> {
                    Values values = bench.report().with("status", row.getKey()).with("code", code(bench, row.getValue()));
                    assertEquals(row.getValue(), read(bench, template, values).status(), () -> "the word " + row.getKey());
                })));
    }

    private static void demand(Bench bench, Set<Status> oneOf, String call) {
        bench.of().need(Piece.REPORT);
        if (bench.of().statuses().values().stream().noneMatch(oneOf::contains)) {
            throw ProviderCase.missing(call);
        }
    }

    private static String code(Bench bench, Status status) {
        return BAD.contains(status) && !bench.of().reasons().isEmpty() ? bench.of().reasons().firstEntry().getKey() : "";
    }

    private static void unknown_word(Bench bench) {
        templates(bench, false).forEach(
                template -> assertEquals(
                        Status.UNRECOGNIZED,
                        read(bench, template, bench.report().with("status", "never-heard-of")).status()));
    }

    private static void any_order(Bench bench) {
        Template template = bench.of().need(Piece.REPORT).getFirst();
        List<String> words = List.copyOf(bench.of().statuses().keySet());
        List<DeliveryReport> first = all(bench, template, words);
        assertEquals(first.reversed(), all(bench, template, words.reversed()), "read in reverse order");
        assertEquals(first, all(bench, template, words), "read once more");
    }

    private static List<DeliveryReport> all(Bench bench, Template template, List<String> words) {
        return words.stream().map(word -> read(bench, template, bench.report().with("status", word))).toList();
    }

    private static void reasons(Bench bench) {
        if (bench.of().reasons().isEmpty()) {
            throw ProviderCase.missing("reason(\"code\", Reason.…): what its error codes mean in a report; and ${code} in the template");
        }
        assertAll(bench.of().reasons().entrySet().stream().map(row -> () -> reason(bench, row)));
    }

    private static void reason(Bench bench, Map.Entry<String, Reason> row) {
        Optional<ProviderError> error = failed(bench, row.getKey()).error();
        assertEquals(Optional.of(row.getValue()), error.map(ProviderError::reason), () -> "the reason of the code " + row.getKey());
        assertEquals(Optional.of(row.getKey()), error.map(ProviderError::code), "the code");
    }

    private static DeliveryReport failed(Bench bench, String code) {
        demand(bench, BAD, "status(\"…\", Status.FAILED): its word for a text that did not arrive");
        String word = bench.of().statuses().entrySet().stream().filter(s -> BAD.contains(s.getValue())).findFirst().orElseThrow().getKey();
        return read(bench, templates(bench, true).findFirst().orElseThrow(), bench.report().with("status", word).with("code", code));
    }

    private static void unknown_code(Bench bench) {
        String code = AnswerRules.unknown(bench.of().reasons().isEmpty() ? "1" : bench.of().reasons().firstEntry().getKey());
        assertEquals(Optional.of(code), failed(bench, code).error().map(ProviderError::code));
    }

    private static void subject(Bench bench) {
        for (Template template : bench.of().need(Piece.REPORT)) {
            for (int n : List.of(1, 2)) {
                DeliveryReport report = read(bench, template, bench.report().with("id", Sample.id(n)));
                assertEquals(Sample.id(n), report.providerMessageId(), "the provider's name for the text");
                report.from().ifPresent(from -> assertEquals(Sample.OURS, from, "from is our number, that the text went from"));
                Check.not(template.names("message") && report.messageId().isEmpty(), "our own name for the text is not read");
                report.messageId().ifPresent(id -> assertEquals(Sample.message(900), id, "our own name for the text"));
            }
        }
    }
}
