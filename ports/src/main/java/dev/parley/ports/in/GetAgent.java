package dev.parley.ports.in;

import dev.parley.ports.AgentId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;

/** Reads one agent. Thread-safe. */
public interface GetAgent {

    /**
     * The one of that id.
     */
    Result<AgentView> get(OrganizationId organization, AgentId id);
}
