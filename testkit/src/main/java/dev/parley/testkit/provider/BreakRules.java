package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.testkit.Rule;
import dev.parley.testkit.provider.Reply.How;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whatever breaks: whoever cannot know says so, and nothing is called a success because of it. */
final class BreakRules {

    private static final String UNKNOWN = "send(…): SendOutcome.Ambiguous for all that happens after the request has begun to leave";

    static final List<Rule<Bench>> RULES = List.of(
            new Rule<>(
                    "O10",
                    "when nobody listens the provider is unavailable",
                    "send(…): a connection that is refused is SendOutcome.Unavailable: the text surely was not taken",
                    BreakRules::nobody_listens),
            new Rule<>("O11", "when the connection breaks after the request the outcome is ambiguous", UNKNOWN, BreakRules::broken),
            new Rule<>(
                    "O12",
                    "a failure on the provider's side, 5xx, is ambiguous, and so is what the case calls so",
                    UNKNOWN,
                    BreakRules::server_errors),
            new Rule<>(
                    "O13",
                    "an answer that says success and cannot be read is ambiguous",
                    UNKNOWN + "; look at what is in the answer, not at its status alone",
                    BreakRules::unreadable),
            new Rule<>(
                    "O14",
                    "an answer that does not come, or does not end, is ambiguous within 30 seconds",
                    "send(…): a deadline for the whole answer, body included; that of the JDK's client ends with the headers",
                    BreakRules::endless));

    private BreakRules() {}

    private static void nobody_listens(Bench bench) {
        VendorApi.nobody(address -> {
            SmsProvider provider = bench.provider(bench.of().account(), address);
            is(SendOutcome.Unavailable.class, bench.send(provider, Sample.outbound(Sample.CONTACT, Sample.BODY)), "when nobody listens");
        });
    }

    private static void broken(Bench bench) {
        List<Reply> breaks = List.of(
                Reply.nothing(How.CLOSE, "it closes the connection without an answer"),
                Reply.nothing(How.RESET, "it resets the connection without an answer"),
                Reply.begun(How.CLOSE, "it closes the connection in the middle of its answer"),
                Reply.begun(How.RESET, "it resets the connection in the middle of its answer"));
        breaks.forEach(reply -> is(SendOutcome.Ambiguous.class, bench.send(reply), reply.words()));
    }

    private static void server_errors(Bench bench) {
        AnswerRules.as_expected(bench, bench.of().answers().stream().filter(a -> a.expected() instanceof Expect.Ambiguous).toList());
        List<Integer> known = bench.of().answers().stream().map(ApiAnswer::status).toList();
        for (int status : Stream.of(500, 502, 503, 504).filter(s -> !known.contains(s)).toList()) {
            for (String body : List.of("", "{}", "<html><body>Bad gateway</body></html>")) {
                is(SendOutcome.Ambiguous.class, bench.send(Reply.of(status, body)), "at " + status + " " + body);
            }
        }
    }

    private static void unreadable(Bench bench) {
        Stream<String> usual =
                Stream.of("", "null", "{}", "[]", "42", "OK", "<html><body>Welcome</body></html>", "{\"id\":", "\u0000\uFFFD");
        Stream<String> cut = acceptances(bench).flatMap(
                body -> IntStream.of(1, body.length() / 2, body.length() - 1).mapToObj(end -> body.substring(0, end)));
        Stream.concat(usual, cut)
                .forEach(body -> is(SendOutcome.Ambiguous.class, bench.send(Reply.of(200, body)), "at 200 «" + body + "»"));
    }

    /** What the provider says when it takes a text, where half of it is no JSON. */
    private static Stream<String> acceptances(Bench bench) {
        return bench.of()
                .answers()
                .stream()
                .filter(answer -> answer.expected() instanceof Expect.Accepted)
                .map(answer -> answer.body().strip())
                .filter(body -> body.startsWith("{") || body.startsWith("["));
    }

    private static void endless(Bench bench) {
        List<Reply> replies = List.of(
                Reply.nothing(How.HANG, "it never answers"),
                Reply.begun(How.HANG, "it begins to answer and never goes on"),
                Reply.begun(How.DRIBBLE, "its answer goes on by one byte a second"));
        List<FutureTask<SendOutcome>> sends = replies.stream().map(reply -> send(bench, reply)).toList();
        sends.forEach(Thread.ofVirtual()::start);
        long until = System.nanoTime() + bench.of().patience().toNanos();
        assertAll(IntStream.range(0, sends.size())
                .mapToObj(i -> () -> is(SendOutcome.Ambiguous.class, outcome(sends.get(i), until, bench), replies.get(i).words())));
    }

    private static FutureTask<SendOutcome> send(Bench bench, Reply reply) {
        SmsProvider provider = bench.provider(bench.of().account(), bench.api(reply).url());
        return new FutureTask<>(() -> bench.send(provider, Sample.outbound(Sample.CONTACT, Sample.BODY)));
    }

    private static SendOutcome outcome(FutureTask<SendOutcome> send, long until, Bench bench)
            throws ExecutionException, InterruptedException {
        try {
            return send.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("send(…) has not come back after " + bench.of().patience(), late);
        }
    }

    private static void is(Class<? extends SendOutcome> kind, SendOutcome outcome, String when) {
        assertInstanceOf(kind, outcome, () -> when + ", the outcome is " + Outcomes.shown(outcome));
    }
}
