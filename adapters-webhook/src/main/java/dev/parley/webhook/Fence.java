package dev.parley.webhook;

import dev.parley.webhook.Target.Endpoint;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;

/**
 * Keeps customers' URLs out of networks that are none of their business. Whoever calls an endpoint connects to the addresses
 * of {@link Passage.Open}, without looking the name up again: the answer to that could be another one. Thread-safe.
 *
 * @param policy which addresses are open
 * @param names where names are looked up
 */
record Fence(AddressPolicy policy, Names names) {

    /** Looks the endpoint up. One blocked address blocks them all: nobody has a public and a private address by accident. */
    Passage to(Endpoint endpoint) {
        List<InetAddress> addresses = switch (endpoint.host()) {
            case Host.Literal(_, InetAddress address) -> List.of(address);
            case Host.Name(String name) -> names.addresses(name);
        };
        if (addresses.isEmpty()) {
            return new Passage.Unknown();
        }
        Predicate<InetAddress> permitted = endpoint.tls() ? policy::permits : policy::permitsPlain;
        return addresses.stream().allMatch(permitted) ? new Passage.Open(addresses) : new Passage.Blocked();
    }
}
