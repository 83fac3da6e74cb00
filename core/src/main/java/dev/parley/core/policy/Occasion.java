package dev.parley.core.policy;

import dev.parley.ports.agent.Agent;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.out.ReplyWindow;
import dev.parley.ports.out.ReplyWindow.Responder;
import dev.parley.ports.out.ReplyWindow.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the rules of the house decide about. Immutable.
 *
 * @param window the conversation as it is
 * @param now what time it is
 */
public record Occasion(ReplyWindow window, Instant now) {

    Conversation conversation() {
        return window.conversation();
    }

    List<InboundMessage> unanswered() {
        return window.unanswered();
    }

    Standing standing() {
        return window.standing();
    }

    Optional<Agent> agent() {
        return window.responder().map(Responder::agent);
    }

    /** What the agent is to do with texts; what one does that says nothing, when there is none. */
    MessagingConfig config() {
        return agent().map(Agent::config).orElse(MessagingConfig.DEFAULT);
    }
}
