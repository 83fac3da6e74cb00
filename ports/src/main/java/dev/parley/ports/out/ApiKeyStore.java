package dev.parley.ports.out;

import dev.parley.ports.ApiKeyId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.organization.ApiKey;
import java.util.Optional;

/** Keeps API keys by the SHA-256 of the key, in lower-case hex. Thread-safe. */
public interface ApiKeyStore {

    /**
     * Adds one.
     *
     * @return false when that key is there already
     */
    boolean insert(ApiKey key, String sha256);

    /** The one whose key has that hash. Not asked on behalf of an organization: the key says which. */
    Optional<ApiKey> findByHash(String sha256);

    /** Those of an organization, newest first. */
    Page<ApiKey> list(OrganizationId organization, PageRequest page);

    /**
     * Forgets one; it is refused from now on.
     *
     * @return false when it is not there
     */
    boolean delete(OrganizationId organization, ApiKeyId id);
}
