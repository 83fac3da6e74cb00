package dev.parley.ports.in;

import dev.parley.ports.AgentId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;

/** Changes an agent. Thread-safe. */
public interface UpdateAgent {

    /**
     * Replaces everything that the spec holds.
     *
     * @param version the version that it is meant to replace; another one is {@code STALE}
     */
    Result<AgentView> update(OrganizationId organization, AgentId id, AgentSpec spec, long version);
}
