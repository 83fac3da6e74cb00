package dev.parley.ports.surface;

import java.util.Set;

/**
 * What outsiders do with types of ours: it decides which additions break them.
 *
 * @param toOutsiders the types that they are promised, those inside them included; of all others we are the only users
 * @param implemented what they implement, so that one more abstract method breaks them
 * @param switchedOver what they switch over, so that one more constant or subtype breaks them
 */
record Promises(Set<String> toOutsiders, Set<String> implemented, Set<String> switchedOver) {

    /** Where what they write against is. */
    static final String SPI = "dev.parley.ports.spi";

    /**
     * Outsiders write providers. They implement what is named here, ask it for a text's alphabet and tell by the receipt what to
     * answer; outcomes, verdicts, events and reasons they make and never take apart. Beside the SPI they meet the values that it
     * speaks of.
     */
    static final Promises OF_PORTS = new Promises(
            Set.of(
                    SPI,
                    "dev.parley.ports.Keyword",
                    "dev.parley.ports.MessageId",
                    "dev.parley.ports.PhoneNumber",
                    "dev.parley.ports.Secret",
                    "dev.parley.ports.Encoding"),
            Set.of(SPI + ".SmsProviderFactory", SPI + ".SmsProvider", SPI + ".SelfCheck", SPI + ".Listening", SPI + ".Listening.Listener",
                    SPI + ".SendLookup", SPI + ".InboundHistory"),
            Set.of(SPI + ".Receipt", "dev.parley.ports.Encoding"));

    boolean isPromised(String type) {
        return toOutsiders.stream().anyMatch(promised -> type.equals(promised) || type.startsWith(promised + "."));
    }
}
