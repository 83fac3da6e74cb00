package dev.parley.ports.message;

import dev.parley.ports.Address;
import dev.parley.ports.AgentId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import java.time.Instant;
import java.util.Optional;

/**
 * What every message has. Immutable.
 *
 * @param id its identity
 * @param organization whose it is
 * @param conversation to which conversation it belongs; empty while the provider has not yet said from which number it goes
 * @param agent which agent it is for or from
 * @param connection which connection carries it
 * @param from the sender; empty while the provider has not yet said
 * @param to the receiver
 * @param createdAt when it was logged
 * @param updatedAt when its status last changed
 */
public record MessageHeader(
        MessageId id,
        OrganizationId organization,
        Optional<ConversationId> conversation,
        Optional<AgentId> agent,
        ConnectionId connection,
        Optional<Address> from,
        Address to,
        Instant createdAt,
        Instant updatedAt) {}
