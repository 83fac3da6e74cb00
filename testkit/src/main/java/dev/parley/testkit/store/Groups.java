package dev.parley.testkit.store;

import dev.parley.testkit.Rule;
import java.util.List;

/** All rules, in groups. */
final class Groups {

    static final List<Group> ALL = List.of(
            new Group("organizations and keys", OrganizationRules.RULES),
            new Group("connections", ConnectionRules.RULES),
            new Group("numbers", NumberRules.RULES),
            new Group("numbers that move", MoveRules.RULES),
            new Group("connections to the same account", SiblingRules.RULES),
            new Group("agents", AgentRules.RULES),
            new Group("whom a webhook may be for", DirectoryRules.RULES),
            new Group("texts that come in", ArrivalRules.RULES),
            new Group("texts that come in parts", LongTextRules.RULES),
            new Group("bursts of texts", BurstRules.RULES),
            new Group("conversations", ConversationRules.RULES),
            new Group("idle conversations", IdleRules.RULES),
            new Group("work", WorkRules.RULES),
            new Group("what a lane is shown", WindowRules.RULES),
            new Group("answers", ReplyRules.RULES),
            new Group("the lane, held and given back", LaneRules.RULES),
            new Group("sends", SendRules.RULES),
            new Group("sends taken up again", ResumeRules.RULES),
            new Group("the last look before a text leaves", LeaveRules.RULES),
            new Group("sends that nobody knows of", LostSendRules.RULES),
            new Group("second hand-overs", SecondHandoverRules.RULES),
            new Group("texts that never came", MissedTextRules.RULES),
            new Group("texts that wait for their time", ScheduleRules.RULES),
            new Group("scheduled texts that are not sent", CancelRules.RULES),
            new Group("texts that wait for their turn", PaceRules.RULES),
            new Group("reports of providers", ReportRules.RULES),
            new Group("opt-outs", OptOutRules.RULES),
            new Group("the fence", FenceRules.RULES),
            new Group("deliveries", DeliveryRules.RULES),
            new Group("deliveries, shown and replayed", ReplayRules.RULES),
            new Group("endpoints of customers", EndpointRules.RULES),
            new Group("poison", PoisonRules.RULES),
            new Group("idempotency", IdempotencyRules.RULES),
            new Group("what could not be taken", AsideRules.RULES),
            new Group("words", FidelityRules.RULES),
            new Group("what can be asked of lists", ListingRules.RULES),
            new Group("pages", PagingRules.RULES),
            new Group("settings of another organization", ForeignSettingsRules.RULES),
            new Group("texts of another organization", ForeignTextsRules.RULES),
            new Group("claims of another organization", ForeignClaimsRules.RULES));

    private Groups() {}

    /** Rules about one thing. */
    record Group(String name, List<Rule<Scene>> rules) {}
}
