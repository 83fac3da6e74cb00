package dev.parley.ports.out;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.organization.Organization;
import java.util.Optional;

/** Keeps organizations. Thread-safe. */
public interface OrganizationStore {

    /**
     * Adds one.
     *
     * @return false when there is one of that name already
     */
    boolean insert(Organization organization);

    /** The one of that id. */
    Optional<Organization> find(OrganizationId id);

    /** The one of that name, to the letter. */
    Optional<Organization> findByName(String name);

    /** All of them, newest first. */
    Page<Organization> list(PageRequest page);

    /**
     * Replaces name and status.
     *
     * @return false when it is not there
     */
    boolean update(Organization organization);
}
