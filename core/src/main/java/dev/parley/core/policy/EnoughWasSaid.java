package dev.parley.core.policy;

import dev.parley.core.policy.ReplyDecision.StaySilent;
import dev.parley.ports.message.HandledAs;
import java.util.Optional;

/** A conversation gets so many replies an hour and no more. */
final class EnoughWasSaid implements ReplyRule {

    @Override
    public Optional<ReplyDecision> decide(Occasion occasion) {
        boolean isEnough = occasion.standing().recentReplies() >= occasion.config().limits().maxRepliesPerHour();
        return ReplyRule.when(isEnough, new StaySilent(HandledAs.CAPPED));
    }
}
