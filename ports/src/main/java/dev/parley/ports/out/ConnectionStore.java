package dev.parley.ports.out;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.Connection;
import java.util.Optional;

/** Keeps connections, their credentials encrypted. Thread-safe. */
public interface ConnectionStore {

    /** Adds one. */
    void insert(Connection connection);

    /** The one of that id, credentials readable. */
    Optional<Connection> find(OrganizationId organization, ConnectionId id);

    /** Those of an organization, newest first. */
    Page<Connection> list(OrganizationId organization, PageRequest page);

    /**
     * Replaces one whose stored version is still that of {@code connection}, and raises the version by one.
     *
     * @return false when it is gone or was changed meanwhile
     */
    boolean update(Connection connection);

    /**
     * Notes why nothing can be sent through one, while it is as {@code connection} says: a changed one has to show anew. A
     * problem of the same code that is noted already stays as it is.
     */
    void note(Connection connection, Connection.Problem problem);

    /** Notes that something can be sent through one again. */
    void noteWell(Connection connection);

    /** Removes one, unless a number or an agent still uses it. Messages that went through it stay. */
    Removal delete(OrganizationId organization, ConnectionId id);
}
