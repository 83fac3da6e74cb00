package dev.parley.ports.connection;

import dev.parley.ports.AgentId;
import dev.parley.ports.AssignedNumberId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * A number of ours: carried by a connection, answered by an agent. Immutable.
 *
 * @param id its identity
 * @param organization whose it is
 * @param number the number; belongs to one organization only
 * @param connection what carries it
 * @param agent who answers; without one its texts go to quarantine
 * @param version raised by each change
 * @param createdAt when it was assigned
 * @param updatedAt when it was last changed
 */
public record AssignedNumber(
        AssignedNumberId id,
        OrganizationId organization,
        PhoneNumber number,
        ConnectionId connection,
        Optional<AgentId> agent,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
