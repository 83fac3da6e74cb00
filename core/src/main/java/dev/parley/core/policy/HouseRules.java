package dev.parley.core.policy;

import dev.parley.core.policy.ReplyDecision.Generate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of the house. The first that has something to say decides; where none has, a model finds the words. */
public final class HouseRules {

    private static final List<ReplyRule> IN_ORDER = List.of(
            new NothingWaits(),
            new NobodyAnswersHere(),
            new HumanHasTheWord(),
            new BusinessIsTold(),
            new ContactOptedOut(),
            new OnlyNumbersCanBeAnswered(),
            new EnoughWasSaid(),
            new NoWordsToAnswer());

    private HouseRules() {}

    /** What happens to a conversation now. */
    public static Ruling rule(Occasion occasion) {
        var heard = new ArrayList<String>();
        for (ReplyRule rule : IN_ORDER) {
            heard.add(rule.title());
            Optional<ReplyDecision> decision = rule.decide(occasion);
            if (decision.isPresent()) {
                return new Ruling(decision.get(), heard);
            }
        }
        return new Ruling(new Generate(), heard);
    }
}
