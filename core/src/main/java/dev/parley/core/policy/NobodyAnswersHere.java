package dev.parley.core.policy;

import dev.parley.core.policy.ReplyDecision.StaySilent;
import dev.parley.ports.agent.AgentStatus;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.message.HandledAs;
import java.util.Optional;

/** A number without an agent, and an agent that is off or disabled, answers nobody. */
final class NobodyAnswersHere implements ReplyRule {

    @Override
    public Optional<ReplyDecision> decide(Occasion occasion) {
        boolean isActive = occasion.agent().filter(agent -> agent.status() == AgentStatus.ACTIVE).isPresent();
        boolean answers = isActive && occasion.config().inboundMode() != InboundMode.OFF;
        return ReplyRule.when(!answers, new StaySilent(HandledAs.OFF));
    }
}
