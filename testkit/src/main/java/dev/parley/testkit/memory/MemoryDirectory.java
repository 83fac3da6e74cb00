package dev.parley.testkit.memory;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.organization.Organization;
import dev.parley.ports.out.Recipient;
import dev.parley.ports.out.WebhookDirectory;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

record MemoryDirectory(Memory memory) implements WebhookDirectory {

    private static final int MOST = 10;

    /** As bytes, that is as text: a UUID compares its halves as signed numbers. */
    private static final Comparator<ConnectionId> BY_ID = Comparator.comparing(ConnectionId::toString);

    @Override
    public Optional<Connection> connection(String provider, ConnectionId id) {
        return memory.atomically(() -> of(provider).filter(c -> c.id().equals(id)).findFirst());
    }

    @Override
    public Optional<Connection> carrierOf(String provider, PhoneNumber ourNumber) {
        return memory.atomically(() -> memory.numbers.values()
                .stream()
                .filter(n -> n.number().equals(ourNumber))
                .flatMap(n -> of(provider).filter(c -> c.id().equals(n.connection())))
                .findFirst());
    }

    @Override
    public List<Connection> ofAccount(String provider, String accountKey) {
        return memory.atomically(() -> of(provider).filter(c -> c.accountKey().filter(accountKey::equals).isPresent())
                .sorted(Comparator.comparing(Connection::createdAt))
                .limit(MOST)
                .toList());
    }

    @Override
    public List<Connection> active(String provider, ConnectionId after, int most) {
        return memory.atomically(() -> of(provider).filter(this::isActive)
                .filter(c -> BY_ID.compare(c.id(), after) > 0)
                .sorted(Comparator.comparing(Connection::id, BY_ID))
                .limit(most)
                .toList());
    }

    @Override
    public Optional<Recipient> recipient(Connection connection, PhoneNumber ourNumber) {
        return memory.atomically(() -> memory.number(connection.organization(), ourNumber)
                .filter(n -> memory.areSiblings(n.connection(), connection.id()))
                .map(this::recipient));
    }

    private boolean isActive(Connection connection) {
        Organization organization = memory.organizations.get(connection.organization());
        return organization != null && organization.status() == Organization.Status.ACTIVE;
    }

    private Recipient recipient(AssignedNumber number) {
        return new Recipient(number, number.agent().flatMap(a -> memory.agent(number.organization(), a)));
    }

    private Stream<Connection> of(String provider) {
        return memory.connections.values().stream().filter(c -> c.provider().equals(provider));
    }
}
