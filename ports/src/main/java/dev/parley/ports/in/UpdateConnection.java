package dev.parley.ports.in;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;
import dev.parley.ports.connection.Connection;

/** Changes a connection. Thread-safe. */
public interface UpdateConnection {

    /**
     * Changes what the patch names.
     */
    Result<Connection> update(OrganizationId organization, ConnectionId id, ConnectionPatch patch);
}
