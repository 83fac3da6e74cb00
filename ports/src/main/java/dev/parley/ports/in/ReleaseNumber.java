package dev.parley.ports.in;

import dev.parley.ports.AssignedNumberId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;

/** Gives a number up. Thread-safe. */
public interface ReleaseNumber {

    /**
     * Gives it up; its conversations stay.
     */
    Result<AssignedNumberId> release(OrganizationId organization, AssignedNumberId id);
}
