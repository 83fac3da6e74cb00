package dev.parley.ports.spi;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What a provider is made from. Immutable.
 *
 * @param settings credentials and settings of the connection
 * @param baseUrl where the provider's API is, when the operator says so; without it the vendor's own address
 * @param clock the time, for signatures that age
 */
public record ProviderSetup(Settings settings, Optional<URI> baseUrl, InstantSource clock) {

    /**
     * The value of a required setting.
     *
     * @throws IllegalArgumentException when it is missing; the message names it
     */
    public String get(String key) {
        return settings.get(key);
    }

    /** The value of an optional setting; a blank one counts as absent. */
    public Optional<String> find(String key) {
        return settings.find(key);
    }

    /** Where the provider's API is: the operator's base URL, without a slash at its end, or else {@code vendors}. */
    public String baseUrl(String vendors) {
        String base = baseUrl.map(URI::toString).orElse(vendors);
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
