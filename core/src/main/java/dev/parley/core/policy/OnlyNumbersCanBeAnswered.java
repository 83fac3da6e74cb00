package dev.parley.core.policy;

import dev.parley.core.policy.ReplyDecision.StaySilent;
import dev.parley.ports.message.HandledAs;
import java.util.Optional;

/** Short codes and names cannot be texted back. */
final class OnlyNumbersCanBeAnswered implements ReplyRule {

    @Override
    public Optional<ReplyDecision> decide(Occasion occasion) {
        boolean isNumber = occasion.conversation().contact().phoneNumber().isPresent();
        return ReplyRule.when(!isNumber, new StaySilent(HandledAs.OFF));
    }
}
