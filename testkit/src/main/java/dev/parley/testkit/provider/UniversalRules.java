package dev.parley.testkit.provider;

import dev.parley.testkit.Rule;
import java.util.List;
import java.util.stream.Collectors;

/** What must never happen, looked back upon from the end: each leak names the rule during which it was seen. */
final class UniversalRules {

    private static final String LOGS =
            "every log, print and logger of an SDK: a logger that prints what it is given has to be switched OFF";

    static final List<Rule<Bench>> RULES = List.of(
            rule("U1", "nothing was to leave this machine", Leak.Kind.HOST,
                    "setup.baseUrl(\"https://…\"): every request has to go below it, look-ups of tokens and keys too"),
            rule("U2", "no secret was logged or printed", Leak.Kind.SECRET, LOGS),
            rule("U3", "no text and no contact's number was logged or printed", Leak.Kind.TEXT, LOGS),
            rule("U4", "no secret and no text stood in an outcome or a verdict", Leak.Kind.TOLD,
                    "the words of Ambiguous, Unavailable, Forged and the like: say what happened, not what was sent"),
            rule("U5", "every answer was asked for", Leak.Kind.UNUSED,
                    "send(…): it decides by itself where the provider should; and setup.baseUrl(…): the request went elsewhere"));

    private UniversalRules() {}

    private static Rule<Bench> rule(String id, String sentence, Leak.Kind kind, String help) {
        return new Rule<>(id, sentence, help, bench -> {
            String found = bench.leaks()
                    .stream()
                    .filter(leak -> leak.kind() == kind)
                    .map(Leak::where)
                    .distinct()
                    .limit(5)
                    .collect(Collectors
                            .joining("\n    "));
            if (!found.isEmpty()) {
                throw new AssertionError("during\n    " + found);
            }
        });
    }
}
