package dev.parley.ports.organization;

import dev.parley.ports.OrganizationId;
import java.time.Instant;

/**
 * A tenant: everything else belongs to one. Immutable.
 *
 * @param id its identity
 * @param name what people call it, 1 to 128 characters
 * @param status whether it may do anything
 * @param createdAt when it was made
 */
public record Organization(OrganizationId id, String name, Status status, Instant createdAt) {

    /** Whether an organization may do anything. */
    public enum Status {
        /** It may. */
        ACTIVE,
        /** Its keys are refused and its agents stay silent; texts to it are still logged. */
        SUSPENDED
    }
}
