package dev.parley.ports.out;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.Connection;
import java.util.List;
import java.util.Optional;

/**
 * Finds the connections that a webhook may be for, or that something is heard from. The only look-ups that cross organizations, since a carrier does not know
 * them: nothing found here is believed before its provider has checked the webhook. Thread-safe.
 */
public interface WebhookDirectory {

    /** The connection of that id, if it is one of that provider. */
    Optional<Connection> connection(String provider, ConnectionId id);

    /** The connection of that provider that carries our number. */
    Optional<Connection> carrierOf(String provider, PhoneNumber ourNumber);

    /** The connections of that provider to that account, the oldest first, at most ten. */
    List<Connection> ofAccount(String provider, String accountKey);

    /**
     * Connections of that provider that belong to active organizations, by id: {@code most} at most, beginning after
     * {@code after}. Ids are compared byte by byte.
     */
    List<Connection> active(String provider, ConnectionId after, int most);

    /**
     * Whom a text to {@code ourNumber} is for, when that number is carried by {@code connection}, or by another one of the same
     * organization to the same account: a number may have moved, and the provider still call the address of before.
     */
    Optional<Recipient> recipient(Connection connection, PhoneNumber ourNumber);
}
