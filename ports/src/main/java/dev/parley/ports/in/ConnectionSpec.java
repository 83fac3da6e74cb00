package dev.parley.ports.in;

import dev.parley.ports.Secret;
import java.util.Map;

/**
 * What a new connection shall be. Immutable; prints no credential.
 *
 * @param provider the name of a provider
 * @param name what people call it
 * @param credentials by the names of the provider's settings
 * @param settings likewise
 */
public record ConnectionSpec(String provider, String name, Map<String, Secret> credentials, Map<String, String> settings) {

    /** Copies the maps. */
    public ConnectionSpec {
        credentials = Map.copyOf(credentials);
        settings = Map.copyOf(settings);
    }
}
