package dev.parley.ports.in;

import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.organization.Organization;

/** Lists tenants. Thread-safe. */
public interface ListOrganizations {

    /**
     * All organizations, newest first.
     */
    Page<Organization> list(PageRequest page);
}
