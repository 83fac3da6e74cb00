package dev.parley.core.policy;

import dev.parley.core.policy.ReplyDecision.Notify;
import dev.parley.ports.agent.InboundMode;
import java.util.Optional;

/** A business that answers itself is told of everything, whoever the contact is. */
final class BusinessIsTold implements ReplyRule {

    @Override
    public Optional<ReplyDecision> decide(Occasion occasion) {
        return ReplyRule.when(occasion.config().inboundMode() == InboundMode.NOTIFY, new Notify());
    }
}
