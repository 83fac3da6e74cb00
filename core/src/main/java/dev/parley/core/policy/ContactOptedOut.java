package dev.parley.core.policy;

import dev.parley.core.policy.ReplyDecision.StaySilent;
import dev.parley.ports.message.HandledAs;
import java.util.Optional;

/** Who has opted out gets no text. */
final class ContactOptedOut implements ReplyRule {

    @Override
    public Optional<ReplyDecision> decide(Occasion occasion) {
        return ReplyRule.when(occasion.standing().optedOut(), new StaySilent(HandledAs.OPT_OUT));
    }
}
