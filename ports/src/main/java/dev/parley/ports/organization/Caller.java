package dev.parley.ports.organization;

import dev.parley.ports.ApiKeyId;
import dev.parley.ports.OrganizationId;
import java.util.Set;

/**
 * Who asks: made from a key that was found good. Immutable.
 *
 * @param organization whom the caller acts for
 * @param key by which key
 * @param scopes what the caller may do
 */
public record Caller(OrganizationId organization, ApiKeyId key, Set<Scope> scopes) {

    /** Copies the set. */
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the caller may do what {@code needed} stands for. */
    public boolean may(Scope needed) {
        return scopes.stream().anyMatch(s -> s.covers(needed));
    }
}
