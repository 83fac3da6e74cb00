package dev.parley.ports.conversation;

import dev.parley.ports.AgentId;
import java.util.Optional;

/**
 * Which conversations are wanted; what is empty does not matter. Immutable.
 *
 * @param agent of that agent
 * @param contact with that contact, as written in its address
 * @param state in that state
 */
public record ConversationFilter(Optional<AgentId> agent, Optional<String> contact, Optional<ConversationState> state) {

    /** All of them. */
    public static final ConversationFilter ALL = new ConversationFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
