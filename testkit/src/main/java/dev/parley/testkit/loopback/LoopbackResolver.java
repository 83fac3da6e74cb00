package dev.parley.testkit.loopback;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.util.stream.Stream;

/** Resolves what the JDK's own resolver does, and while the loopback is closed nothing but the names of this machine. */
final class LoopbackResolver implements InetAddressResolver {

    private final InetAddressResolver builtin;
    private final String ownName;

    LoopbackResolver(InetAddressResolver builtin, String ownName) {
        this.builtin = builtin;
        this.ownName = ownName;
    }

    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
        if (!host.equalsIgnoreCase(ownName) && Loopback.refuses(host)) {
            throw new UnknownHostException(host + ": while a rule of the testkit runs, there is nothing but this machine");
        }
        return builtin.lookupByName(host, policy);
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
        return builtin.lookupByAddress(address);
    }
}
