package dev.parley.ports.in;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.organization.ApiKey;

/** Lists keys. Thread-safe. */
public interface ListApiKeys {

    /**
     * Those of an organization, newest first.
     */
    Page<ApiKey> list(OrganizationId organization, PageRequest page);
}
