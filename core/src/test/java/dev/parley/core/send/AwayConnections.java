package dev.parley.core.send;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.ConnectionStore;
import dev.parley.ports.out.Removal;
import dev.parley.ports.out.StoreUnavailable;
import java.util.Optional;

/** Connections that cannot be read. */
record AwayConnections(ConnectionStore intact) implements ConnectionStore {

    @Override
    public void insert(Connection connection) {
        intact.insert(connection);
    }

    @Override
    public Optional<Connection> find(OrganizationId organization, ConnectionId id) {
        throw new StoreUnavailable("away", new IllegalStateException());
    }

    @Override
    public Page<Connection> list(OrganizationId organization, PageRequest page) {
        return intact.list(organization, page);
    }

    @Override
    public boolean update(Connection connection) {
        return intact.update(connection);
    }

    @Override
    public void note(Connection connection, Connection.Problem problem) {
        intact.note(connection, problem);
    }

    @Override
    public void noteWell(Connection connection) {
        intact.noteWell(connection);
    }

    @Override
    public Removal delete(OrganizationId organization, ConnectionId id) {
        return intact.delete(organization, id);
    }
}
