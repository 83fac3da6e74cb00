package dev.parley.ports.in;

import dev.parley.ports.organization.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a new key shall be. Immutable.
 *
 * @param name what people call it
 * @param scopes what it may do, at least one
 * @param expiresAt from when on it is refused
 */
public record ApiKeySpec(String name, Set<Scope> scopes, Optional<Instant> expiresAt) {

    /** Copies the set. */
    public ApiKeySpec {
        scopes = Set.copyOf(scopes);
    }
}
