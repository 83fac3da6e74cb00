package dev.parley.ports.in;

import dev.parley.ports.AgentId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;

/** Removes an agent. Thread-safe. */
public interface DeleteAgent {

    /**
     * Removes it. Its numbers lose their agent; what was said stays.
     */
    Result<AgentId> delete(OrganizationId organization, AgentId id);
}
