package dev.parley.ports.in;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.Connection;

/** Lists connections. Thread-safe. */
public interface ListConnections {

    /**
     * Those of an organization, newest first.
     */
    Page<Connection> list(OrganizationId organization, PageRequest page);
}
