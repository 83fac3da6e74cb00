package dev.parley.ports.in;

import dev.parley.ports.AssignedNumberId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;
import dev.parley.ports.connection.AssignedNumber;

/** Reads one assigned number. Thread-safe. */
public interface GetAssignedNumber {

    /**
     * The one of that id.
     */
    Result<AssignedNumber> get(OrganizationId organization, AssignedNumberId id);
}
