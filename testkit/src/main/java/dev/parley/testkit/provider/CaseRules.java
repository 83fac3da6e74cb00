package dev.parley.testkit.provider;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.parley.ports.Keyword;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SettingKey;
import dev.parley.testkit.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The case itself is right, so that the other rules mean something. */
final class CaseRules {

    private static final String HELP = "provider() in the contract test, and the Javadoc of ProviderCase";

    private static final Set<String> KNOWN = Set.of("id", "from", "from.digits", "to", "to.digits", "body", "message", "statusUrl",
            "status", "code", "media.url", "media.type", "part.ref", "part.index", "part.total", "items", "now", "now.seconds");

    static final List<Rule<Bench>> RULES = List.of(
            new Rule<>("P1", "the accounts of the case fit the description", HELP, CaseRules::accounts_fit),
            new Rule<>("P2", "the templates of the case can be filled in", HELP, CaseRules::templates_are_whole),
            new Rule<>("P3", "the case says all that the capabilities demand", HELP, CaseRules::everything_is_there),
            new Rule<>("P4", "signing the same twice gives the same", HELP + ": take a constant for a nonce", CaseRules::signs_the_same));

    private CaseRules() {}

    private static void accounts_fit(Bench bench) {
        Account account = bench.of().account();
        Account other = bench.of().otherAccount();
        assertEquals(account.values().keySet(), other.values().keySet(), "account and otherAccount have different settings");
        for (SettingKey setting : bench.of().described().settings()) {
            fits(setting, account.values().getOrDefault(setting.name(), ""), other.values().getOrDefault(setting.name(), ""));
        }
        Set<String> strangers = new TreeSet<>(account.values().keySet());
        bench.of().described().settings().forEach(setting -> strangers.remove(setting.name()));
        assertEquals(Set.of(), strangers, "the description has no such settings");
    }

    private static void fits(SettingKey setting, String value, String other) {
        Check.not(setting.required() && value.isBlank(), () -> "account(…) lacks the required setting " + setting.name());
        if (!value.isBlank() && setting.choices().isEmpty()) {
            assertNotEquals(value, other, () -> "both accounts have the same " + setting.name());
        }
        Check.that(
                value.isBlank() || !setting.secret() || value.length() >= Confidential.SHORTEST,
                () -> "give " + setting.name() + " at least " + Confidential.SHORTEST + " characters: it is looked for in logs");
    }

    private static void templates_are_whole(Bench bench) {
        ProviderCase of = bench.of();
        bench.of().need(Piece.INBOUND);
        Stream<Template> pieces = Stream.of(Piece.values()).flatMap(piece -> of.all(piece).stream());
        assertAll(Stream.concat(pieces, of.keywords().values().stream()).map(template -> () -> isWhole(of, template)));
    }

    private static void isWhole(ProviderCase of, Template template) {
        String where = "the template of ." + template.piece().method() + "(…)";
        Set<String> unknown = new TreeSet<>(template.placeholders());
        unknown.removeAll(KNOWN);
        unknown.removeIf(name -> name.startsWith("account.") && of.account().values().containsKey(name.substring("account.".length())));
        assertEquals(Set.of(), unknown, () -> where + " has placeholders that there are none of");
        for (String needed : template.piece().needed()) {
            Check.that(template.names(needed), () -> where + " lacks ${" + needed + "}");
        }
        Check.that(template.method().matches("[A-Z]{3,6}"), () -> where + " does not begin with an HTTP method");
        boolean mayBeLoose = template.piece() == Piece.BATCH || template.piece() == Piece.PART || template.escape() != Escape.JSON;
        Check.that(
                mayBeLoose || !Json.read(template.rawBody()).isMissingNode(),
                () -> where + " has a body that is no JSON; placeholders stand in quotes");
    }

    private static void everything_is_there(Bench bench) {
        ProviderCase of = bench.of();
        of.account();
        of.otherAccount();
        of.signature();
        of.need(Piece.INBOUND);
        if (!of.described().can(Capability.JOINS_PARTS)) {
            of.need(Piece.PART);
        }
        if (of.described().can(Capability.REPORTS_DELIVERY)) {
            of.need(Piece.REPORT);
        }
        if (of.described().can(Capability.HANDLES_KEYWORDS) && !tellsOfOptOuts(of)) {
            throw Piece.KEYWORD.missing();
        }
        if (of.receivers().isEmpty()) {
            of.need(Piece.SENDS);
        }
    }

    /** A provider that blocks after a STOP says so when the STOP comes, when a text is sent, or in a report. */
    private static boolean tellsOfOptOuts(ProviderCase of) {
        return of.keywords().containsKey(Keyword.STOP)
                || of.reasons().containsValue(Reason.OPTED_OUT)
                || of.answers()
                        .stream()
                        .anyMatch(a -> a.expected() instanceof Expect.Refused(var reason, _)
                                && reason == Reason.OPTED_OUT);
    }

    private static void signs_the_same(Bench bench) {
        Webhook webhook = bench.webhooks().getFirst();
        assertEquals(bench.sign(webhook), bench.sign(webhook), "signed(…) gave two signatures");
        assertNotEquals(webhook, bench.sign(webhook), "signed(…) added nothing");
    }
}
