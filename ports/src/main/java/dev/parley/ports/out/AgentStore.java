package dev.parley.ports.out;

import dev.parley.ports.AgentId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.agent.Agent;
import java.util.Optional;

/** Keeps agents, their webhook secrets encrypted. Thread-safe. */
public interface AgentStore {

    /** Adds one. */
    void insert(Agent agent);

    /** The one of that id. */
    Optional<Agent> find(OrganizationId organization, AgentId id);

    /** Those of an organization, newest first. */
    Page<Agent> list(OrganizationId organization, PageRequest page);

    /**
     * Replaces one whose stored version is still that of {@code agent}, and raises the version by one.
     *
     * @return false when it is gone or was changed meanwhile
     */
    boolean update(Agent agent);

    /**
     * Removes one. Its numbers lose their agent; its messages and conversations stay.
     *
     * @return false when it is not there
     */
    boolean delete(OrganizationId organization, AgentId id);
}
