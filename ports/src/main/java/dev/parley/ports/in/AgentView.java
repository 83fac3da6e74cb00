package dev.parley.ports.in;

import dev.parley.ports.agent.Agent;
import dev.parley.ports.connection.AssignedNumber;
import java.util.List;

/**
 * An agent and its numbers. Immutable.
 *
 * @param agent who
 * @param numbers where it answers, the longest assigned first
 */
public record AgentView(Agent agent, List<AssignedNumber> numbers) {

    /** Copies the list. */
    public AgentView {
        numbers = List.copyOf(numbers);
    }
}
