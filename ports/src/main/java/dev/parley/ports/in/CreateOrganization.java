package dev.parley.ports.in;

import dev.parley.ports.Result;
import dev.parley.ports.Secret;
import dev.parley.ports.organization.Organization;

/** Makes a tenant. Thread-safe. */
public interface CreateOrganization {

    /**
     * Makes an organization and its first admin key.
     *
     * @param name 1 to 128 characters, not used yet
     */
    Result<Created> create(String name);

    /**
     * What was made.
     *
     * @param organization the tenant
     * @param apiKey its first key, not kept by us
     */
    record Created(Organization organization, Secret apiKey) {}
}
