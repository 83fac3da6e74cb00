package dev.parley.testkit.provider;

import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.testkit.Rule;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** All rules, in groups; the last one looks back on all others. */
final class ProviderGroups {

    static final List<Group> ALL = List.of(
            new Group("discovery", DiscoveryRules.RULES),
            new Group("the case itself", CaseRules.RULES),
            new Group("settings", SettingRules.RULES),
            new Group("authenticity", ProofRules.RULES),
            new Group("what is signed", TamperRules.RULES, of -> of.described().can(Capability.SIGNS_WEBHOOKS)),
            new Group("reading texts", ReadRules.RULES),
            new Group("pictures", ReadRules.MEDIA, of -> !of.all(Piece.MEDIA).isEmpty()),
            new Group("several texts at once", BatchRules.RULES, of -> !of.all(Piece.BATCH).isEmpty()),
            new Group("parts of texts", PartRules.RULES, of -> !of.described().can(Capability.JOINS_PARTS)),
            new Group("acknowledgements", AckRules.RULES),
            new Group("sending", SendRules.RULES, of -> of.receivers().isEmpty()),
            new Group("answers to a send", AnswerRules.RULES, of -> of.receivers().isEmpty()),
            new Group("when a send breaks", BreakRules.RULES, of -> of.receivers().isEmpty()),
            new Group("sending without an API", ReceiverRules.RULES, of -> !of.receivers().isEmpty()),
            new Group("reports", StatusRules.RULES, of -> of.described().can(Capability.REPORTS_DELIVERY)),
            new Group("looking texts up", AskRules.LOOKUPS, of -> of.described().can(Capability.LOOKS_UP_SENDS)),
            new Group("what was received", AskRules.HISTORIES, of -> of.described().can(Capability.LISTS_INBOUND)),
            new Group("words", FidelityRules.RULES),
            new Group("capabilities", CapabilityRules.RULES),
            new Group("at any time", UniversalRules.RULES));

    private ProviderGroups() {}

    /** One test for each rule that applies. */
    static Stream<DynamicNode> tests(ProviderCase of) {
        var watch = new Watch();
        return ALL.stream()
                .filter(group -> group.applies().test(of))
                .map(group -> DynamicContainer.dynamicContainer(
                        group.name(),
                        group.rules().stream().map(rule -> test(rule, of, watch))));
    }

    private static DynamicNode test(Rule<Bench> rule, ProviderCase of, Watch watch) {
        return DynamicTest.dynamicTest(rule.id() + " " + rule.sentence(), () -> watch.over(rule, () -> new Bench(of, watch)));
    }

    /** Rules about one thing, and for whom they are. */
    record Group(String name, List<Rule<Bench>> rules, Predicate<ProviderCase> applies) {

        /** Rules for everybody. */
        Group(String name, List<Rule<Bench>> rules) {
            this(name, rules, _ -> true);
        }
    }
}
