package dev.parley.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses a customer's URL may lead to: those of the public Internet, and those in networks that the operator has
 * allowed. Immutable.
 *
 * @param allowed networks that may be called although they are not public, and without TLS
 */
public record AddressPolicy(List<Cidr> allowed) {

    /**
     * What is not the public Internet. The JDK's own predicates know less than half of it.
     *
     * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA: IPv4 special-purpose addresses</a>
     * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IANA: IPv6 special-purpose addresses</a>
     * @see <a href="https://www.iana.org/assignments/ipv6-address-space">IANA: IPv6 address space</a>
     */
    private static final List<Cidr> NOT_PUBLIC = networks(
            "0.0.0.0/8", // this host
            "10.0.0.0/8", // private
            "100.64.0.0/10", // carrier-grade NAT; cloud metadata of Alibaba
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // the host of an Azure machine
            "169.254.0.0/16", // link-local; cloud metadata of most
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments; cloud metadata of Oracle
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved; broadcast
            "::/3", // unspecified, loopback, IPv4-compatible, NAT64, discard
            "2001::/23", // protocol assignments: Teredo, benchmarks, ORCHID
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4
            "3fff::/20", // documentation
            "4000::/2", // unassigned; segment routing
            "8000::/1"); // unassigned; unique local, link-local, site-local, multicast

    /** IPv6 addresses that lead to an IPv4 address, which stands in them from that byte on. */
    private static final List<Carrier> CARRIERS = List.of(
            new Carrier(network("64:ff9b::/96"), 12), // NAT64
            new Carrier(network("2002::/16"), 2)); // 6to4

    private static final int IPV4_LENGTH = 4;

    /** Copies the list. */
    public AddressPolicy {
        allowed = List.copyOf(allowed);
    }

    /** Whether this address may be called with TLS. */
    boolean permits(InetAddress address) {
        return places(address).allMatch(place -> isAllowed(place) || NOT_PUBLIC.stream().noneMatch(network -> network.contains(place)));
    }

    /** Whether this address may be called without TLS. */
    boolean permitsPlain(InetAddress address) {
        return permits(address) && isAllowed(address);
    }

    private boolean isAllowed(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.contains(address));
    }

    /** The address and, when it carries another one, that: who allows a NAT64 prefix has not allowed all of IPv4 behind it. */
    private static Stream<InetAddress> places(InetAddress address) {
        return Stream.concat(Stream.of(address), CARRIERS.stream().flatMap(carrier -> carrier.carried(address).stream()));
    }

    private static List<Cidr> networks(String...written) {
        return Arrays.stream(written).map(AddressPolicy::network).toList();
    }

    private static Cidr network(String written) {
        return Cidr.parse(written).orElseThrow();
    }

    private record Carrier(Cidr prefix, int offset) {

        Optional<InetAddress> carried(InetAddress address) {
            return prefix.contains(address) ? Optional.of(ipv4(address)) : Optional.empty();
        }

        private InetAddress ipv4(InetAddress address) {
            try {
                return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), offset, offset + IPV4_LENGTH));
            } catch (UnknownHostException impossible) {
                throw new AssertionError("four bytes are an IPv4 address", impossible);
            }
        }
    }
}
