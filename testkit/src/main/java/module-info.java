/**
 * Contracts that adapters prove themselves against, stores that live in memory, and fakes for tests. For third parties too:
 * whoever writes an adapter of Parley tests it with this; an SMS provider's by extending
 * {@link dev.parley.testkit.provider.SmsProviderContract}. Uses JUnit Jupiter's dynamic tests, and no mock library.
 */
@org.jspecify.annotations.NullMarked module dev.parley.testkit {
    requires transitive dev.parley.ports;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires java.logging;

    exports dev.parley.testkit;
    exports dev.parley.testkit.fake;
    exports dev.parley.testkit.memory;
    exports dev.parley.testkit.provider;
    exports dev.parley.testkit.sample;
    exports dev.parley.testkit.store;

    provides java.net.spi.InetAddressResolverProvider with dev.parley.testkit.loopback.LoopbackResolvers;
}
