package dev.parley.ports.agent;

import dev.parley.ports.AgentId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Variables;
import java.time.Instant;
import java.util.Optional;

/**
 * Who answers. Immutable.
 *
 * @param id its identity
 * @param organization whose it is
 * @param name what people call it, 1 to 128 characters
 * @param status whether it does anything
 * @param connection through which it texts when no number of its says so
 * @param config what it does with texts
 * @param defaultVariables values for its prompt
 * @param webhookSecret what its webhooks are signed with
 * @param version raised by each change
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 */
public record Agent(
        AgentId id,
        OrganizationId organization,
        String name,
        AgentStatus status,
        Optional<ConnectionId> connection,
        MessagingConfig config,
        Variables defaultVariables,
        WebhookSecret webhookSecret,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
