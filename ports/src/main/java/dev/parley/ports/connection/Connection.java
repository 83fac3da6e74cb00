package dev.parley.ports.connection;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Secret;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One account at one provider. Immutable; prints no credential.
 *
 * @param id its identity
 * @param organization whose it is
 * @param provider the provider's name
 * @param name what people call it, 1 to 128 characters
 * @param accountKey what the provider's own webhooks call this account, when they do
 * @param credentials who we are there; encrypted at rest
 * @param settings how it is used
 * @param version raised by each change
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 */
public record Connection(
        ConnectionId id,
        OrganizationId organization,
        String provider,
        String name,
        Optional<String> accountKey,
        Map<String, Secret> credentials,
        Map<String, String> settings,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** Copies the maps. */
    public Connection {
        credentials = Map.copyOf(credentials);
        settings = Map.copyOf(settings);
    }
}
