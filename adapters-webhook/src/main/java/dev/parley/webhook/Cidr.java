package dev.parley.webhook;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network: an address, and how many of its leading bits all addresses of the network share. Immutable.
 *
 * @param network an address in it
 * @param bits how many bits are shared, 0 to 32, or 128 for IPv6
 */
public record Cidr(InetAddress network, int bits) {

    private static final Pattern WRITTEN = Pattern.compile("(?<network>[^/]+)(?:/(?<bits>\\d{1,3}))?");

    /** Refuses more bits than the address has with an {@link IllegalArgumentException}. */
    public Cidr {
        if (bits < 0 || bits > length(network)) {
            throw new IllegalArgumentException(network.getHostAddress() + " has no " + bits + " bits");
        }
    }

    /**
     * Reads a network as an operator writes it.
     *
     * @param text such as {@code 10.0.0.0/8}, {@code fd00::/8} or, for a single address, {@code 192.168.1.7}
     * @return empty when it is something else
     */
    public static Optional<Cidr> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        Optional<Integer> bits = Optional.ofNullable(written.group("bits")).map(Integer::valueOf);
        return IpLiteral.parse(written.group("network"))
                .filter(network -> bits.orElse(0) <= length(network))
                .map(network -> new Cidr(network, bits.orElse(length(network))));
    }

    /** Whether that address lies in this network. Never true of an IPv6 address and an IPv4 network. */
    public boolean contains(InetAddress address) {
        return length(address) == length(network) && leading(address).equals(leading(network));
    }

    private BigInteger leading(InetAddress address) {
        return new BigInteger(1, address.getAddress()).shiftRight(length(address) - bits);
    }

    private static int length(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + bits;
    }
}
