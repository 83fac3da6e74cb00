package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.Connection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All connections and which numbers they carry, as they were at one moment. Immutable; prints none of it.
 *
 * @param connections by id
 * @param carriers which connection carries a number
 */
record Roll(Map<ConnectionId, Connection> connections, Map<PhoneNumber, ConnectionId> carriers) {

    private static final int MOST = 10;

    Roll {
        connections = Map.copyOf(connections);
        carriers = Map.copyOf(carriers);
    }

    static Roll of(List<Connection> connections, Map<PhoneNumber, ConnectionId> carriers) {
        return new Roll(connections.stream().collect(Collectors.toMap(Connection::id, Function.identity())), carriers);
    }

    Optional<Connection> connection(String provider, ConnectionId id) {
        return Optional.ofNullable(connections.get(id)).filter(c -> c.provider().equals(provider));
    }

    Optional<Connection> carrierOf(String provider, PhoneNumber number) {
        return Optional.ofNullable(carriers.get(number)).flatMap(id -> connection(provider, id));
    }

    List<Connection> ofAccount(String provider, String accountKey) {
        return connections.values()
                .stream()
                .filter(c -> c.provider().equals(provider) && c.accountKey().filter(accountKey::equals).isPresent())
                .sorted(Comparator.comparing(Connection::createdAt).thenComparing(c -> c.id().value()))
                .limit(MOST)
                .toList();
    }

    @Override
    public String toString() {
        return "Roll[" + connections.size() + ", " + carriers.size() + "]";
    }
}
