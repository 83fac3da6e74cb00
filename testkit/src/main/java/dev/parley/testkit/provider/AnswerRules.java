package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.testkit.Rule;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An answer of the provider's API means what the case says, and an unknown one what is safe. */
final class AnswerRules {

    private static final String TABLE = "send(…): the table of codes, and .answer(…) beside the provider's page";

    private static final String THROTTLE = "answer(429, \"…\", Expect.throttled())";

    private static final Duration LONGEST = Duration.ofDays(366);

    static final List<Rule<Bench>> RULES = List.of(
            new Rule<>("O5", "a text that was taken is accepted, with every id", TABLE, AnswerRules::accepted),
            new Rule<>("O6", "a refusal is a refusal, with its reason and its code", TABLE, AnswerRules::refused),
            new Rule<>(
                    "O7",
                    "a throttle is a throttle, with the pause that was asked for",
                    "send(…): HTTP 429 and its Retry-After; neither accepted nor refused, for it is to be tried again",
                    AnswerRules::throttled),
            new Rule<>(
                    "O8",
                    "a Retry-After that makes no sense does no harm",
                    "send(…): how Retry-After is read: digits, not too many of them, or nothing",
                    AnswerRules::odd_pauses),
            new Rule<>(
                    "O9",
                    "an error that nobody knows is judged by the class of its HTTP status",
                    "send(…): what the table does not have: 4xx is refused; 2xx and 3xx are never accepted because of it",
                    AnswerRules::unknown_errors));

    private AnswerRules() {}

    private static void accepted(Bench bench) {
        List<ApiAnswer> rows =
                rowsOf(bench, answer -> answer.expected() instanceof Expect.Accepted, "answer(200, \"…\", Expect.accepted(\"id\"))");
        as_expected(bench, rows);
        List<Integer> known = bench.of().answers().stream().map(ApiAnswer::status).toList();
        Stream<Integer> others = Stream.of(200, 201, 202).filter(status -> !known.contains(status));
        as_expected(bench, others.flatMap(status -> rows.stream().map(row -> row.at(status))).toList());
    }

    private static void refused(Bench bench) {
        rows(bench, answer -> answer.expected() instanceof Expect.Refused, "answer(400, \"…\", Expect.refused(Reason.…, \"code\"))");
    }

    private static void throttled(Bench bench) {
        rows(bench, answer -> answer.expected() instanceof Expect.Throttled, THROTTLE);
    }

    private static void rows(Bench bench, Predicate<ApiAnswer> which, String call) {
        as_expected(bench, rowsOf(bench, which, call));
    }

    private static List<ApiAnswer> rowsOf(Bench bench, Predicate<ApiAnswer> which, String call) {
        List<ApiAnswer> rows = bench.of().answers().stream().filter(which).toList();
        if (rows.isEmpty()) {
            throw ProviderCase.missing(call + ": what the provider's API answers");
        }
        return rows;
    }

    static void as_expected(Bench bench, List<ApiAnswer> answers) {
        List<String> wrong = answers.stream()
                .flatMap(answer -> differences(bench, answer).stream().map(difference -> "at " + Reply.of(answer) + ": " + difference))
                .toList();
        assertEquals(List.of(), wrong);
    }

    private static List<String> differences(Bench bench, ApiAnswer answer) {
        return Outcomes.differences(answer.expected(), bench.send(Reply.of(answer)));
    }

    private static void odd_pauses(Bench bench) {
        List<ApiAnswer> throttles = rowsOf(bench, answer -> answer.expected() instanceof Expect.Throttled, THROTTLE);
        for (ApiAnswer throttle : throttles) {
            for (String odd : List.of("-1", "0", "99999999999999999999", "soon", "Fri, 31 Dec 1999 23:59:59 GMT", "1e9", "3.5")) {
                ApiAnswer answer = new ApiAnswer(throttle.status(), "Retry-After: " + odd, throttle.body(), throttle.expected());
                if (bench.send(Reply.of(answer)) instanceof SendOutcome.Throttled(var pause, _)) {
                    Check.not(
                            pause.filter(p -> p.isNegative() || p.compareTo(LONGEST) > 0).isPresent(),
                            () -> "Retry-After: " + odd + " was read as " + pause);
                }
            }
        }
    }

    private static void unknown_errors(Bench bench) {
        for (int status : List.of(400, 404, 406, 418, 422)) {
            for (String body : List.of("", "{}", "{\"unknown\":[]}", "<html>no</html>")) {
                SendOutcome outcome = bench.send(Reply.of(status, body));
                assertInstanceOf(SendOutcome.Refused.class, outcome, () -> "at " + status + " " + body);
            }
        }
        for (int status : List.of(301, 302, 307)) {
            SendOutcome outcome = bench.send(Reply.of(status, "{}"));
            Check.not(outcome instanceof SendOutcome.Accepted, () -> "accepted at " + status);
        }
        unknownCodes(bench).forEach(answer -> keeps(answer, bench.send(Reply.of(answer))));
    }

    /** The refusals of the case with a code that there is none of. */
    private static Stream<ApiAnswer> unknownCodes(Bench bench) {
        return bench.of()
                .answers()
                .stream()
                .flatMap(answer -> answer.expected() instanceof Expect.Refused(_, var code)
                        && code.filter(answer.body()::contains).isPresent()
                                ? Stream.of(withUnknownCode(answer, code.get()))
                                : Stream.of());
    }

    private static ApiAnswer withUnknownCode(ApiAnswer answer, String code) {
        String unknown = unknown(code);
        return new ApiAnswer(
                answer.status(),
                answer.headers(),
                answer.body().replace(code, unknown),
                Expect.refused(Reason.UNKNOWN, unknown));
    }

    /** A code that looks like that one. */
    static String unknown(String code) {
        return code.matches("\\d+") ? "7".repeat(code.length() + 1) : "never-heard-of";
    }

    private static void keeps(ApiAnswer answer, SendOutcome outcome) {
        String code = answer.expected() instanceof Expect.Refused(_, var expected) ? expected.orElse("") : "";
        Check.not(outcome instanceof SendOutcome.Accepted, () -> "accepted at " + Reply.of(answer));
        if (answer.status() / 100 == 4) {
            var refused = assertInstanceOf(SendOutcome.Refused.class, outcome, () -> "at " + Reply.of(answer));
            ProviderError error = refused.error();
            Check.that(error.code().equals(code), () -> "the code " + code + " became " + error.code());
        }
    }
}
