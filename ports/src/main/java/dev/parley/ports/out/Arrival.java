package dev.parley.ports.out;

import dev.parley.ports.Address;
import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.message.Content;
import java.time.Instant;

/**
 * A text that came in, and what core has decided about it. Immutable.
 *
 * @param id what it will be called
 * @param newConversation what its conversation will be called, should it begin one
 * @param number the number of ours that it was sent to
 * @param agent who answers there
 * @param contact who sent it
 * @param providerMessageId the provider's name for it
 * @param content what it says
 * @param receivedAt when it came in
 * @param intake what is to become of it
 */
public record Arrival(
        MessageId id,
        ConversationId newConversation,
        AssignedNumber number,
        Agent agent,
        Address contact,
        String providerMessageId,
        Content content,
        Instant receivedAt,
        Intake intake) {}
