package dev.parley.ports.out;

import dev.parley.ports.Variables;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.conversation.Utterance;
import dev.parley.ports.message.InboundMessage;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a decision about a conversation needs. Immutable.
 *
 * @param conversation which
 * @param responder who answers there now; empty when the number has no agent any more
 * @param unanswered the texts that wait, oldest first
 * @param history what was said last, oldest first, and last what waits, whenever it came; texts of ours that surely did not go are
 *     not among it
 * @param inboundCount how many texts had come in when this was read: what {@link Replies#commit} compares
 * @param standing how things are between the two
 * @param contact what is known of the contact, for the prompt
 */
public record ReplyWindow(
        Conversation conversation,
        Optional<Responder> responder,
        List<InboundMessage> unanswered,
        List<Utterance> history,
        long inboundCount,
        Standing standing,
        Variables contact) {

    /** Copies the lists. */
    public ReplyWindow {
        unanswered = List.copyOf(unanswered);
        history = List.copyOf(history);
    }

    /** The same one with another history. */
    public ReplyWindow withHistory(List<Utterance> other) {
        return new ReplyWindow(conversation, responder, unanswered, other, inboundCount, standing, contact);
    }

    /** The history as a model sees it. */
    public List<Turn> turns() {
        return history.stream().map(Utterance::turn).toList();
    }

    /**
     * Who answers.
     *
     * @param agent by which prompt and policy
     * @param connection through which account
     */
    public record Responder(Agent agent, Connection connection) {}

    /**
     * How things are between a number of ours and a contact.
     *
     * @param optedOut whether the contact has opted out of texts from this number
     * @param recentReplies how many replies the conversation was given in the last hour
     * @param modelHasSpoken whether a model wrote a text in it before
     */
    public record Standing(boolean optedOut, int recentReplies, boolean modelHasSpoken) {}
}
