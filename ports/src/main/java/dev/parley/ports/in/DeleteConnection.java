package dev.parley.ports.in;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;

/** Removes a connection. Thread-safe. */
public interface DeleteConnection {

    /**
     * Removes it, unless a number or an agent still uses it: that is a conflict.
     */
    Result<ConnectionId> delete(OrganizationId organization, ConnectionId id);
}
