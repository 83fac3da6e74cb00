package dev.parley.ports.out;

import dev.parley.ports.Variables;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.message.InboundMessage;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a decision about a conversation needs. Immutable.
 *
 * @param conversation which
 * @param responder who answers there now; empty when the number has no agent any more
 * @param unanswered the texts that wait, oldest first
 * @param history the latest turns, oldest first, and last those that wait, whenever they came; texts of ours that surely did not go
 *     are not among them
 * @param inboundCount how many texts had come in when this was read: what {@link Replies#commit} compares
 * @param optedOut whether the contact has opted out of texts from this number
 * @param recentReplies how many replies the conversation was given in the last hour
 * @param modelHasSpoken whether a model wrote a text in it before
 * @param contact what is known of the contact, for the prompt
 */
public record ReplyWindow(
        Conversation conversation,
        Optional<Responder> responder,
        List<InboundMessage> unanswered,
        List<Turn> history,
        long inboundCount,
        boolean optedOut,
        int recentReplies,
        boolean modelHasSpoken,
        Variables contact) {

    /** Copies the lists. */
    public ReplyWindow {
        unanswered = List.copyOf(unanswered);
        history = List.copyOf(history);
    }

    /**
     * Who answers.
     *
     * @param agent by which prompt and policy
     * @param connection through which account
     */
    public record Responder(Agent agent, Connection connection) {}
}
