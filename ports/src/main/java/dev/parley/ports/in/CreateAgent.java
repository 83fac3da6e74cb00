package dev.parley.ports.in;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;

/** Makes an agent. Thread-safe. */
public interface CreateAgent {

    /**
     * Makes an agent; it has no numbers yet.
     */
    Result<AgentView> create(OrganizationId organization, AgentSpec spec);
}
