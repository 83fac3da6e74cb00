package dev.parley.ports.in;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;
import dev.parley.ports.connection.AssignedNumber;

/** Assigns a number. Thread-safe. */
public interface AssignNumber {

    /**
     * Assigns it; a number that is assigned already, by whomever, is a conflict.
     */
    Result<AssignedNumber> assign(OrganizationId organization, NumberSpec spec);
}
