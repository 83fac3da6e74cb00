package dev.parley.testkit.memory;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.Cursor;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.connection.Connection.Problem;
import dev.parley.ports.out.ConnectionStore;
import dev.parley.ports.out.Removal;
import java.util.Optional;

record MemoryConnections(Memory memory) implements ConnectionStore {

    @Override
    public void insert(Connection connection) {
        memory.atomically(() -> memory.connections.put(connection.id(), connection));
    }

    @Override
    public Optional<Connection> find(OrganizationId organization, ConnectionId id) {
        return memory.atomically(() -> memory.connection(organization, id));
    }

    @Override
    public Page<Connection> list(OrganizationId organization, PageRequest page) {
        return memory.atomically(() -> Pages.cut(memory.connections.values().stream().filter(c -> c.organization().equals(organization)),
                c -> new Cursor(c.createdAt(), c.id().value()), page));
    }

    @Override
    public boolean update(Connection connection) {
        return memory.atomically(() -> {
            Optional<Connection> stored =
                    memory.connection(connection.organization(), connection.id()).filter(c -> c.version() == connection.version());
            stored.ifPresent(old -> memory.connections.put(old.id(), replaced(old, connection)));
            return stored.isPresent();
        });
    }

    @Override
    public void note(Connection connection, Problem problem) {
        memory.atomically(() -> memory.connection(connection.organization(), connection.id())
                .filter(stored -> stored.version() == connection.version())
                .filter(stored -> stored.problem().filter(old -> old.code().equals(problem.code())).isEmpty())
                .ifPresent(stored -> memory.connections.put(stored.id(), stored.with(problem))));
    }

    @Override
    public void noteWell(Connection connection) {
        memory.atomically(() -> memory.connection(connection.organization(), connection.id())
                .ifPresent(stored -> memory.connections.put(stored.id(), stored.withoutProblem())));
    }

    @Override
    public Removal delete(OrganizationId organization, ConnectionId id) {
        return memory.atomically(() -> {
            if (memory.connection(organization, id).isEmpty()) {
                return Removal.NOT_THERE;
            }
            if (isUsed(id)) {
                return Removal.IN_USE;
            }
            memory.connections.remove(id);
            return Removal.REMOVED;
        });
    }

    private boolean isUsed(ConnectionId id) {
        return memory.numbers.values().stream().anyMatch(n -> n.connection().equals(id))
                || memory.agents.values().stream().anyMatch(a -> a.connection().filter(id::equals).isPresent());
    }

    private static Connection replaced(Connection old, Connection c) {
        return new Connection(
                old.id(),
                old.organization(),
                c.provider(),
                c.name(),
                c.accountKey(),
                c.credentials(),
                c.settings(),
                old.version() + 1,
                old.createdAt(),
                c.updatedAt());
    }
}
