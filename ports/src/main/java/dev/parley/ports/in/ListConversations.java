package dev.parley.ports.in;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.conversation.ConversationFilter;

/** Lists conversations. Thread-safe. */
public interface ListConversations {

    /**
     * Those that fit, newest first.
     */
    Page<Conversation> list(OrganizationId organization, ConversationFilter filter, PageRequest page);
}
