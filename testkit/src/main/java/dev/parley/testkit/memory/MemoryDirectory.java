package dev.parley.testkit.memory;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Recipient;
import dev.parley.ports.out.WebhookDirectory;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

record MemoryDirectory(Memory memory) implements WebhookDirectory {

    private static final int MOST = 10;

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
    public Optional<Recipient> recipient(Connection connection, PhoneNumber ourNumber) {
        return memory.atomically(() -> memory.number(connection.organization(), ourNumber)
                .filter(n -> n.connection().equals(connection.id()))
                .map(this::recipient));
    }

    private Recipient recipient(AssignedNumber number) {
        return new Recipient(number, number.agent().flatMap(a -> memory.agent(number.organization(), a)));
    }

    private Stream<Connection> of(String provider) {
        return memory.connections.values().stream().filter(c -> c.provider().equals(provider));
    }
}
