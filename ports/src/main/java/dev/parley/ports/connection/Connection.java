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
 * @param problem why texts of it wait, when they do; gone when it is changed
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
        Instant updatedAt,
        Optional<Problem> problem) {

    /** Copies the maps. */
    public Connection {
        credentials = Map.copyOf(credentials);
        settings = Map.copyOf(settings);
    }

    /** One without a problem. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public Connection(
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
        this(id, organization, provider, name, accountKey, credentials, settings, version, createdAt, updatedAt, Optional.empty());
    }

    /** The same one, with that problem. */
    public Connection with(Problem other) {
        return new Connection(
                id,
                organization,
                provider,
                name,
                accountKey,
                credentials,
                settings,
                version,
                createdAt,
                updatedAt,
                Optional.of(other));
    }

    /** The same one, without a problem. */
    public Connection withoutProblem() {
        return new Connection(id, organization, provider, name, accountKey, credentials, settings, version, createdAt, updatedAt);
    }

    /**
     * Why nothing can be sent through a connection just now. Immutable.
     *
     * @param code a word: {@link #AUTH_ERROR} or {@link #UNREACHABLE}
     * @param detail the provider's words, or ours
     * @param since when it was first seen
     */
    public record Problem(String code, String detail, Instant since) {

        /** The provider does not take the credentials. */
        public static final String AUTH_ERROR = "auth_error";

        /** There is no way to the provider. */
        public static final String UNREACHABLE = "unreachable";
    }
}
