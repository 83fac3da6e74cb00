package dev.parley.ports.in;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.AssignedNumber;

/** Lists assigned numbers. Thread-safe. */
public interface ListAssignedNumbers {

    /**
     * Those of an organization, newest first.
     */
    Page<AssignedNumber> list(OrganizationId organization, PageRequest page);
}
