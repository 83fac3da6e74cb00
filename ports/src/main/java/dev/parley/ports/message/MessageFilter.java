package dev.parley.ports.message;

import dev.parley.ports.AgentId;
import dev.parley.ports.ConversationId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which messages are wanted; what is empty does not matter. Immutable.
 *
 * @param conversation of that conversation
 * @param agent of that agent
 * @param contact with that contact, as written in its address, whichever way the text went
 * @param direction that way
 * @param status in that status
 * @param since created at that time or later
 * @param until created before that time
 */
public record MessageFilter(
        Optional<ConversationId> conversation,
        Optional<AgentId> agent,
        Optional<String> contact,
        Optional<Direction> direction,
        Optional<MessageStatus> status,
        Optional<Instant> since,
        Optional<Instant> until) {

    /** All of them. */
    public static final MessageFilter ALL = new MessageFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Those of one conversation. */
    public static MessageFilter of(ConversationId conversation) {
        return new MessageFilter(
                Optional.of(conversation),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
