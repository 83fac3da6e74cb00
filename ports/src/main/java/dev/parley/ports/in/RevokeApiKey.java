package dev.parley.ports.in;

import dev.parley.ports.ApiKeyId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;

/** Withdraws a key. Thread-safe. */
public interface RevokeApiKey {

    /**
     * From now on the key is refused, on every node within five seconds.
     */
    Result<ApiKeyId> revoke(OrganizationId organization, ApiKeyId id);
}
