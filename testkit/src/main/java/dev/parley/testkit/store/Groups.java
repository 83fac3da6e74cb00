package dev.parley.testkit.store;

import dev.parley.testkit.Rule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rules, in groups. */
final class Groups {

    static final Map<String, List<Rule<Scene>>> ALL = all();

    private Groups() {}

    private static Map<String, List<Rule<Scene>>> all() {
        var groups = new LinkedHashMap<String, List<Rule<Scene>>>();
        groups.put("texts that come in", ArrivalRules.RULES);
        groups.put("bursts of texts", BurstRules.RULES);
        groups.put("conversations", ConversationRules.RULES);
        groups.put("idle conversations", IdleRules.RULES);
        groups.put("work", WorkRules.RULES);
        groups.put("what a lane is shown", WindowRules.RULES);
        groups.put("answers", ReplyRules.RULES);
        groups.put("the lane, held and given back", LaneRules.RULES);
        groups.put("sends", SendRules.RULES);
        groups.put("sends taken up again", ResumeRules.RULES);
        groups.put("reports of providers", ReportRules.RULES);
        groups.put("opt-outs", OptOutRules.RULES);
        groups.put("the fence", FenceRules.RULES);
        groups.put("deliveries", DeliveryRules.RULES);
        groups.put("idempotency", IdempotencyRules.RULES);
        return Collections.unmodifiableMap(groups);
    }
}
