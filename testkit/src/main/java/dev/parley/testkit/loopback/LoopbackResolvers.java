package dev.parley.testkit.loopback;

import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;

/** What the JDK asks for a resolver of host names, once in the life of a JVM: one that {@link Loopback} can close. */
public final class LoopbackResolvers extends InetAddressResolverProvider {

    /** For the JDK. */
    public LoopbackResolvers() {}

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new LoopbackResolver(configuration.builtinResolver(), configuration.lookupLocalHostName());
    }

    @Override
    public String name() {
        return "Parley testkit: loopback only while a rule runs";
    }
}
