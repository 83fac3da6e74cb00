package dev.parley.ports.out;

import dev.parley.ports.agent.Agent;
import dev.parley.ports.connection.AssignedNumber;
import java.util.Optional;

/**
 * Whom a text is for. Immutable.
 *
 * @param number the number of ours that it was sent to
 * @param agent who answers there, when somebody does
 */
public record Recipient(AssignedNumber number, Optional<Agent> agent) {}
