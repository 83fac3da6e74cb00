package dev.parley.ports.in;

import dev.parley.ports.AgentId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.PhoneNumber;
import java.util.Optional;

/**
 * A number that shall be assigned. Immutable.
 *
 * @param number the number
 * @param connection what carries it
 * @param agent who answers
 */
public record NumberSpec(PhoneNumber number, ConnectionId connection, Optional<AgentId> agent) {}
