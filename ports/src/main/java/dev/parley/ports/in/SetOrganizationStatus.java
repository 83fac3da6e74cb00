package dev.parley.ports.in;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;
import dev.parley.ports.organization.Organization;

/** Suspends a tenant, or lets it work again. Thread-safe. */
public interface SetOrganizationStatus {

    /**
     * Sets the status; setting the one it has is no error.
     */
    Result<Organization> set(OrganizationId id, Organization.Status status);
}
