package dev.parley.core.reply;

import dev.parley.core.reply.ReplyDecision.Generate;
import dev.parley.core.reply.ReplyDecision.Nothing;
import dev.parley.core.reply.ReplyDecision.Notify;
import dev.parley.core.reply.ReplyDecision.Say;
import dev.parley.core.reply.ReplyDecision.StaySilent;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.agent.AgentStatus;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.out.ReplyWindow;
import dev.parley.ports.out.ReplyWindow.Responder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rules of the house. The first that has something to say decides; none of them asks anybody anything. */
final class ReplyPolicy {

    /** One rule: a decision, or no opinion. */
    @FunctionalInterface
    private interface Rule {
        Optional<ReplyDecision> apply(ReplyWindow window, Instant now);
    }

    private static final List<Rule> HOUSE_RULES = List.of(
            ReplyPolicy::nothingWaits,
            ReplyPolicy::nobodyAnswersHere,
            ReplyPolicy::aHumanHasTheWord,
            ReplyPolicy::theBusinessIsTold,
            ReplyPolicy::theContactOptedOut,
            ReplyPolicy::onlyNumbersCanBeAnswered,
            ReplyPolicy::enoughWasSaidThisHour,
            ReplyPolicy::thereAreNoWordsToAnswer);

    private ReplyPolicy() {}

    static ReplyDecision decide(ReplyWindow window, Instant now) {
        return HOUSE_RULES.stream().flatMap(rule -> rule.apply(window, now).stream()).findFirst().orElseGet(Generate::new);
    }

    private static Optional<ReplyDecision> nothingWaits(ReplyWindow window, Instant now) {
        return when(window.unanswered().isEmpty(), new Nothing());
    }

    private static Optional<ReplyDecision> nobodyAnswersHere(ReplyWindow window, Instant now) {
        boolean answers = window.responder().map(Responder::agent).filter(ReplyPolicy::isOn).isPresent();
        return when(!answers, new StaySilent(HandledAs.OFF));
    }

    private static Optional<ReplyDecision> aHumanHasTheWord(ReplyWindow window, Instant now) {
        Conversation conversation = window.conversation();
        boolean until = conversation.humanUntil().map(now::isBefore).orElse(true);
        return when(conversation.state() == ConversationState.HUMAN && until, new StaySilent(HandledAs.HUMAN));
    }

    private static Optional<ReplyDecision> theBusinessIsTold(ReplyWindow window, Instant now) {
        return when(mode(window) == InboundMode.NOTIFY, new Notify());
    }

    private static Optional<ReplyDecision> theContactOptedOut(ReplyWindow window, Instant now) {
        return when(window.optedOut(), new StaySilent(HandledAs.OPT_OUT));
    }

    private static Optional<ReplyDecision> onlyNumbersCanBeAnswered(ReplyWindow window, Instant now) {
        return when(window.conversation().contact().phoneNumber().isEmpty(), new StaySilent(HandledAs.OFF));
    }

    private static Optional<ReplyDecision> enoughWasSaidThisHour(ReplyWindow window, Instant now) {
        int most = agent(window).map(a -> a.config().limits().maxRepliesPerHour()).orElse(0);
        return when(window.recentReplies() >= most, new StaySilent(HandledAs.CAPPED));
    }

    private static Optional<ReplyDecision> thereAreNoWordsToAnswer(ReplyWindow window, Instant now) {
        if (window.unanswered().stream().anyMatch(m -> !m.content().body().isBlank())) {
            return Optional.empty();
        }
        boolean picture = window.unanswered().stream().anyMatch(m -> !m.content().media().isEmpty());
        Optional<ReplyDecision> fallback = agent(window).flatMap(a -> a.config().manners().fallbackText()).map(Say::new);
        return fallback.filter(_ -> picture).or(() -> Optional.of(new StaySilent(HandledAs.OFF)));
    }

    private static boolean isOn(Agent agent) {
        return agent.status() == AgentStatus.ACTIVE && agent.config().inboundMode() != InboundMode.OFF;
    }

    private static InboundMode mode(ReplyWindow window) {
        return agent(window).map(a -> a.config().inboundMode()).orElse(InboundMode.OFF);
    }

    private static Optional<Agent> agent(ReplyWindow window) {
        return window.responder().map(Responder::agent);
    }

    private static Optional<ReplyDecision> when(boolean applies, ReplyDecision decision) {
        return applies ? Optional.of(decision) : Optional.empty();
    }
}
