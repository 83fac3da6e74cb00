package dev.parley.ports.in;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;
import dev.parley.ports.connection.Connection;

/** Reads one connection. Thread-safe. */
public interface GetConnection {

    /**
     * The one of that id.
     */
    Result<Connection> get(OrganizationId organization, ConnectionId id);
}
