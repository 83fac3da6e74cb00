package dev.parley.ports.in;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.Variables;
import dev.parley.ports.agent.AgentStatus;
import dev.parley.ports.agent.MessagingConfig;
import java.util.Optional;

/**
 * What an agent shall be. Immutable.
 *
 * @param name what people call it
 * @param status whether it does anything
 * @param connection through which it texts when no number of its says so
 * @param config what it does with texts
 * @param defaultVariables values for its prompt
 * @param webhookSecret what becomes of the secret
 * @param savesWebhookUrl whether the webhook's address is among what is saved, be it the same: should its endpoint have been
 *        disabled, it is called again
 */
public record AgentSpec(
        String name,
        AgentStatus status,
        Optional<ConnectionId> connection,
        MessagingConfig config,
        Variables defaultVariables,
        SecretChange webhookSecret,
        boolean savesWebhookUrl) {

    /** One that does not save the webhook's address anew. */
    public AgentSpec(
            String name,
            AgentStatus status,
            Optional<ConnectionId> connection,
            MessagingConfig config,
            Variables defaultVariables,
            SecretChange webhookSecret) {
        this(name, status, connection, config, defaultVariables, webhookSecret, false);
    }
}
