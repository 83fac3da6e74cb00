package dev.parley.ports.in;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;
import dev.parley.ports.connection.AssignedNumber;

/** Changes what carries a number and who answers it. Thread-safe. */
public interface ReassignNumber {

    /**
     * Replaces connection and agent.
     *
     * @param number as it shall be; its version is the one that it is meant to replace
     */
    Result<AssignedNumber> reassign(OrganizationId organization, AssignedNumber number);
}
