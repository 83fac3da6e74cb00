package dev.parley.ports.in;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;

/** Lists agents. Thread-safe. */
public interface ListAgents {

    /**
     * Those of an organization, newest first.
     */
    Page<AgentView> list(OrganizationId organization, PageRequest page);
}
