package dev.parley.core.policy;

import dev.parley.core.policy.ReplyDecision.Nothing;
import java.util.Optional;

/** Where nothing waits, nothing happens. */
final class NothingWaits implements ReplyRule {

    @Override
    public Optional<ReplyDecision> decide(Occasion occasion) {
        return ReplyRule.when(occasion.unanswered().isEmpty(), new Nothing());
    }
}
