package dev.parley.ports.organization;

import dev.parley.ports.ApiKeyId;
import dev.parley.ports.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept of an API key; the key itself is not. Immutable.
 *
 * @param id its identity
 * @param organization whom it acts for
 * @param name what people call it, 1 to 128 characters
 * @param scopes what it may do
 * @param expiresAt from when on it is refused
 * @param createdAt when it was made
 */
public record ApiKey(
        ApiKeyId id,
        OrganizationId organization,
        String name,
        Set<Scope> scopes,
        Optional<Instant> expiresAt,
        Instant createdAt) {

    /** Copies the set. */
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the key may be used at that time. */
    public boolean isLiveAt(Instant now) {
        return expiresAt.map(now::isBefore).orElse(true);
    }
}
