package dev.parley.ports.out;

import dev.parley.ports.MessageId;
import dev.parley.ports.conversation.ConversationState;
import dev.parley.ports.message.HandledAs;
import java.util.List;
import java.util.Optional;

/**
 * Texts are done with without a reply. Immutable.
 *
 * @param messages which
 * @param as how
 * @param state what the conversation becomes by it, when it changes
 */
public record Settlement(List<MessageId> messages, HandledAs as, Optional<ConversationState> state) {

    /** Copies the list. */
    public Settlement {
        messages = List.copyOf(messages);
    }
}
