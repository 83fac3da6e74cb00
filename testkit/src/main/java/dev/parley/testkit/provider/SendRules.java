package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.testkit.Rule;
import dev.parley.testkit.provider.Reply.How;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A text is handed to the provider: once, and as it was meant. */
final class SendRules {

    private static final String ONCE =
            "send(…): the retries, redirects and authentication challenges of the HTTP client or SDK: switch them off";

    static final List<Rule<Bench>> RULES = List.of(
            new Rule<>("O1", "one text is one request, whatever the answer", ONCE, SendRules::once),
            new Rule<>(
                    "O2",
                    "the request says from whom, to whom and what, in the right places",
                    "send(…): the fields of the request, perhaps from and to swapped; and .sends(…) beside the provider's page",
                    SendRules::says_it),
            new Rule<>(
                    "O3",
                    "a request on a kept connection that breaks is not made again",
                    ONCE + "; some repeat when the connection broke, calling it safe",
                    SendRules::not_again),
            new Rule<>(
                    "O4",
                    "texts that are sent at once do not mix",
                    "send(…) from many threads: nothing of a text in a field of an object that is shared",
                    SendRules::at_once),
            new Rule<>(
                    "O16",
                    "two connections at a time send each by its own account",
                    "create(…) and send(…): credentials in fields of the provider, not in anything static or in an SDK's global state",
                    SendRules::side_by_side));

    private static final Set<String> CONNECTION =
            Set.of("connection", "content-length", "date", "host", "http2-settings", "transfer-encoding", "upgrade");

    private static final int AT_ONCE = 16;

    private SendRules() {}

    private static void once(Bench bench) {
        bench.of().need(Piece.SENDS);
        replies(bench).forEach(reply -> {
            VendorApi api = bench.api(reply);
            bench.send(bench.provider(bench.of().account(), api.url()), Sample.outbound(Sample.CONTACT, Sample.BODY));
            assertEquals(1, api.received().size(), () -> "requests when the provider does this: " + reply);
        });
    }

    private static Stream<Reply> replies(Bench bench) {
        Stream<Reply> theirs = bench.of().answers().stream().map(Reply::of);
        Stream<Reply> usual = Stream.of(200, 400, 403, 404, 408, 409, 425, 429, 500, 502, 503, 504).map(s -> header(s, "Retry-After: 0"));
        Stream<Reply> login = Stream.of(header(401, "WWW-Authenticate: Basic realm=\"parley\""));
        Stream<Reply> moved = Stream.of(301, 302, 303, 307, 308).map(s -> header(s, "Location: /elsewhere"));
        Stream<Reply> broken = Stream.of(
                Reply.nothing(How.CLOSE, "it closes the connection without an answer"),
                Reply.nothing(How.RESET, "it resets the connection without an answer"),
                Reply.begun(How.CLOSE, "it closes the connection in the middle of its answer"));
        return Stream.of(theirs, usual, login, moved, broken).flatMap(s -> s);
    }

    private static Reply header(int status, String header) {
        return Reply.of(new ApiAnswer(status, header, "", Expect.ambiguous()), status + " with " + header);
    }

    private static void says_it(Bench bench) {
        OutboundText text = Sample.outbound(Sample.CONTACT, Sample.BODY);
        for (Template template : bench.of().need(Piece.SENDS)) {
            VendorApi api = bench.api(accepted(bench));
            bench.send(bench.provider(bench.of().account(), api.url()), text);
            assertEquals(1, api.received().size(), "requests");
            Values values = Sample.request(bench.of().account(), text);
            assertEquals(List.of(), RequestMatch.differences(template, values, api.received().getFirst()));
        }
    }

    /** What the provider answers when it takes a text. */
    static Reply accepted(Bench bench) {
        return bench.of()
                .answers()
                .stream()
                .filter(answer -> answer.expected() instanceof Expect.Accepted)
                .findFirst()
                .map(Reply::of)
                .orElseThrow(
                        () -> ProviderCase.missing("answer(200, \"…\", Expect.accepted(\"id\")): what it answers when it takes a text"));
    }

    private static void not_again(Bench bench) {
        for (How how : List.of(How.CLOSE, How.RESET)) {
            VendorApi api = bench.api(accepted(bench), Reply.nothing(how, "nothing"));
            SmsProvider provider = bench.provider(bench.of().account(), api.url());
            bench.send(provider, Sample.outbound(Sample.CONTACT, Sample.BODY));
            bench.send(provider, Sample.outbound(Sample.CONTACT, Sample.BODY));
            assertEquals(2, api.received().size(), "requests for two texts, the second of which was read and not answered");
        }
    }

    private static void at_once(Bench bench) {
        Template template = bench.of().need(Piece.SENDS).getFirst();
        VendorApi api = bench.api(accepted(bench));
        SmsProvider provider = bench.provider(bench.of().account(), api.url());
        List<OutboundText> texts = IntStream.range(0, AT_ONCE)
                .mapToObj(n -> Sample.outbound("+1202555010" + n % 10, Sample.BODY + " " + n))
                .toList();
        AtOnce.run(texts.stream().map(text -> (Runnable) () -> bench.send(provider, text)).toList());
        for (OutboundText text : texts) {
            Values values = Values.ANY.with("body", text.body()).number("to", text.to().e164());
            long count = api.received().stream().filter(r -> RequestMatch.ofContent(template, values, r).isEmpty()).count();
            assertEquals(1, count, () -> "requests of " + AT_ONCE + " that carried one of the texts to whom it was for");
        }
    }

    private static void side_by_side(Bench bench) {
        OutboundText text = Sample.outbound(Sample.CONTACT, Sample.BODY);
        Account theirs = bench.of().otherAccount();
        VendorApi api = bench.api(accepted(bench));
        SmsProvider us = bench.provider(bench.of().account(), api.url());
        bench.send(us, text);
        bench.send(us, text);
        SmsProvider them = bench.provider(theirs, api.url());
        bench.send(them, text);
        bench.send(us, text);
        List<Received> sent = api.received();
        assertEquals(4, sent.size(), "requests for four texts");
        Check.not(same(sent.get(0), sent.get(2)), "two accounts made the same request, with the credentials of one of them");
        // What differs from one text to the next anyway, such as a token made for each, says nothing here.
        boolean steady = same(sent.get(0), sent.get(1));
        Check.that(!steady || same(sent.get(0), sent.get(3)), "an account's request is no longer the same after another account has sent");
        own(bench, bench.of().account(), List.of(sent.get(0), sent.get(1), sent.get(3)));
        own(bench, theirs, List.of(sent.get(2)));
    }

    private static boolean same(Received one, Received other) {
        return one.target().equals(other.target()) && one.body().equals(other.body())
                && credentials(one).equals(credentials(other));
    }

    /** All headers but those that the connection has to do with. */
    private static List<Parameter> credentials(Received request) {
        return request.headers().stream().filter(header -> !CONNECTION.contains(header.name().toLowerCase(Locale.ROOT))).toList();
    }

    private static void own(Bench bench, Account account, List<Received> requests) {
        Template template = bench.of().need(Piece.SENDS).getFirst();
        for (Received request : requests) {
            List<String> wrong = RequestMatch.differences(template, Values.ANY.account(account), request);
            assertEquals(List.of(), wrong, "in a request of one account while another one sends too");
        }
    }
}
