package dev.parley.ports.notify;

import dev.parley.ports.OrganizationId;
import java.net.URI;

/**
 * A server of a customer, as far as it is told things under one address. Immutable; does not print the address, which may hold a
 * secret.
 *
 * @param organization who named the address
 * @param url the address, as it was written
 */
public record Endpoint(OrganizationId organization, URI url) {

    @Override
    public String toString() {
        return "Endpoint[of " + organization + "]";
    }
}
