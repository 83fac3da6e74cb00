package dev.parley.ports.in;

import dev.parley.ports.ConversationId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;
import dev.parley.ports.conversation.Conversation;

/** Reads one conversation. Thread-safe. */
public interface GetConversation {

    /**
     * The one of that id.
     */
    Result<Conversation> get(OrganizationId organization, ConversationId id);
}
