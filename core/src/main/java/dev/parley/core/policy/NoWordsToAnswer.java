package dev.parley.core.policy;

import dev.parley.core.policy.ReplyDecision.Say;
import dev.parley.core.policy.ReplyDecision.StaySilent;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.message.InboundMessage;
import java.util.List;
import java.util.Optional;

/** No model is asked about a text without words: a picture gets the fallback where there is one. */
final class NoWordsToAnswer implements ReplyRule {

    @Override
    public Optional<ReplyDecision> decide(Occasion occasion) {
        List<InboundMessage> texts = occasion.unanswered();
        if (texts.stream().anyMatch(text -> !text.content().body().isBlank())) {
            return Optional.empty();
        }
        boolean isPicture = texts.stream().anyMatch(text -> !text.content().media().isEmpty());
        Optional<String> fallback = occasion.config().manners().fallbackText().filter(_ -> isPicture);
        return Optional.of(fallback.<ReplyDecision>map(Say::new).orElseGet(() -> new StaySilent(HandledAs.OFF)));
    }
}
