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
public record ProviderSetup(Settings settings, Optional<URI> baseUrl, InstantSource clock) {}
