package dev.parley.core.policy;

import dev.parley.core.policy.ReplyDecision.StaySilent;
import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.message.HandledAs;
import java.util.Optional;

/** While a human has the conversation the agent is silent. */
final class HumanHasTheWord implements ReplyRule {

    @Override
    public Optional<ReplyDecision> decide(Occasion occasion) {
        boolean isHuman = occasion.conversation().state() == ConversationState.HUMAN;
        boolean isOver = occasion.conversation().humanUntil().filter(until -> !occasion.now().isBefore(until)).isPresent();
        return ReplyRule.when(isHuman && !isOver, new StaySilent(HandledAs.HUMAN));
    }
}
