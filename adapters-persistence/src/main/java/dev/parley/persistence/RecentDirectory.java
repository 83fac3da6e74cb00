package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Recipient;
import dev.parley.ports.out.WebhookDirectory;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Remembers for a moment whom webhooks were for: a carrier that brings one text brings many. What this node changes it sees at
 * once, what another one changes after {@link Recent#LIFE} at most. Thread-safe.
 */
final class RecentDirectory implements WebhookDirectory {

    private final WebhookDirectory directory;
    private final Recent<Object, Connection> connections;
    private final Recent<Object, List<Connection>> accounts;
    private final Recent<Object, Recipient> recipients;

    RecentDirectory(WebhookDirectory directory, LongSupplier nanos) {
        this.directory = directory;
        connections = new Recent<>(nanos);
        accounts = new Recent<>(nanos);
        recipients = new Recent<>(nanos);
    }

    @Override
    public Optional<Connection> connection(String provider, ConnectionId id) {
        return connections.find(new Key(provider, id), () -> directory.connection(provider, id));
    }

    @Override
    public Optional<Connection> carrierOf(String provider, PhoneNumber ourNumber) {
        return connections.find(new Key(provider, ourNumber), () -> directory.carrierOf(provider, ourNumber));
    }

    @Override
    public List<Connection> ofAccount(String provider, String accountKey) {
        return accounts.find(
                new Key(provider, accountKey),
                () -> Optional.of(directory.ofAccount(provider, accountKey)).filter(found -> !found.isEmpty())).orElse(List.of());
    }

    @Override
    public List<Connection> active(String provider, ConnectionId after, int most) {
        return directory.active(provider, after, most);
    }

    @Override
    public Optional<Recipient> recipient(Connection connection, PhoneNumber ourNumber) {
        return recipients.find(new Key(connection.id(), ourNumber), () -> directory.recipient(connection, ourNumber));
    }

    void forget() {
        connections.forget();
        accounts.forget();
        recipients.forget();
    }

    private record Key(Object first, Object second) {}
}
