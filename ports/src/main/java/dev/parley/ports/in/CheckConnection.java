package dev.parley.ports.in;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Result;

/** Looks whether a connection will work, by asking its provider where that can be asked. Changes nothing. Thread-safe. */
public interface CheckConnection {

    /**
     * Asks now, and waits for the answers of the provider for 20 s at most. What cannot be told is part of the report; it is
     * no refusal. One connection is not checked twice at once, nor again within 5 s: that is {@code TOO_SOON}.
     */
    Result<ConnectionReport> check(OrganizationId organization, ConnectionId id);
}
