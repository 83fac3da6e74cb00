package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Recipient;
import dev.parley.ports.out.WebhookDirectory;
import java.util.List;
import java.util.Optional;

/**
 * A directory whose answers are remembered, for when the database goes away a moment later.
 *
 * @param directory the directory
 * @param lastKnown who remembers
 */
record RememberedDirectory(WebhookDirectory directory, LastKnown lastKnown) implements WebhookDirectory {

    @Override
    public Optional<Connection> connection(String provider, ConnectionId id) {
        Optional<Connection> found = directory.connection(provider, id);
        found.ifPresent(lastKnown::remember);
        return found;
    }

    @Override
    public Optional<Connection> carrierOf(String provider, PhoneNumber ourNumber) {
        Optional<Connection> found = directory.carrierOf(provider, ourNumber);
        found.ifPresent(connection -> lastKnown.remember(ourNumber, connection));
        return found;
    }

    @Override
    public List<Connection> ofAccount(String provider, String accountKey) {
        List<Connection> found = directory.ofAccount(provider, accountKey);
        found.forEach(lastKnown::remember);
        return found;
    }

    @Override
    public List<Connection> active(String provider, ConnectionId after, int most) {
        return directory.active(provider, after, most);
    }

    @Override
    public Optional<Recipient> recipient(Connection connection, PhoneNumber ourNumber) {
        return directory.recipient(connection, ourNumber);
    }
}
