package dev.parley.ports.in;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;
import dev.parley.ports.connection.Connection;

/** Makes a connection. Thread-safe. */
public interface CreateConnection {

    /**
     * Makes a connection. Nothing is asked of the provider yet.
     */
    Result<Connection> create(OrganizationId organization, ConnectionSpec spec);
}
