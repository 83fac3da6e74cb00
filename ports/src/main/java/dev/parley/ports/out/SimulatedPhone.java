package dev.parley.ports.out;

import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.Connection;

/** A contact's phone that is not there: what it sends comes to us as the signed webhook of a carrier. Thread-safe. */
public interface SimulatedPhone {

    /** The name of the provider whose connections it can text. */
    String provider();

    /**
     * Sends a text to a number of ours, and waits until our own webhook has taken it.
     *
     * @return the simulated provider's name for it
     * @throws StoreUnavailable when the webhook could not take it just now
     */
    String text(Connection connection, PhoneNumber from, PhoneNumber to, String body);
}
