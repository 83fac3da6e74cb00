package dev.parley.ports.in;

import dev.parley.ports.agent.Agent;
import dev.parley.ports.connection.AssignedNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An agent and its numbers. Immutable.
 *
 * @param agent who
 * @param numbers where it answers, the longest assigned first
 * @param webhookDisabledAt when its webhook said that it is gone, when it did: it is not called until its address is saved again
 */
public record AgentView(Agent agent, List<AssignedNumber> numbers, Optional<Instant> webhookDisabledAt) {

    /** Copies the list. */
    public AgentView {
        numbers = List.copyOf(numbers);
    }

    /** One whose webhook is not disabled. */
    public AgentView(Agent agent, List<AssignedNumber> numbers) {
        this(agent, numbers, Optional.empty());
    }
}
