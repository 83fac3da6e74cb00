package dev.parley.ports.out;

import dev.parley.ports.AgentId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.message.Content;
import java.time.Instant;
import java.util.Optional;

/**
 * A text that is about to be sent. Immutable.
 *
 * @param id what it will be called
 * @param newConversation what its conversation will be called, should it begin one
 * @param organization whose it is
 * @param agent whose text it is, when it is an agent's
 * @param connection through which account it goes
 * @param from from which number; without one the provider chooses
 * @param to to whom
 * @param content what it says
 * @param generatedByLlm whether a language model wrote it
 * @param idleResetDays after how many days without a text a conversation begins anew; 0 for never
 * @param createdAt when it was made
 */
public record OutboundDraft(
        MessageId id,
        ConversationId newConversation,
        OrganizationId organization,
        Optional<AgentId> agent,
        ConnectionId connection,
        Optional<PhoneNumber> from,
        PhoneNumber to,
        Content content,
        boolean generatedByLlm,
        int idleResetDays,
        Instant createdAt) {}
