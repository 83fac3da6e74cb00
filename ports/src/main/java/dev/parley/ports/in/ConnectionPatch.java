package dev.parley.ports.in;

import dev.parley.ports.Secret;
import java.util.Map;
import java.util.Optional;

/**
 * What shall change about a connection; what is not named stays. Immutable; prints no credential.
 *
 * @param name what people call it
 * @param credentials new values; an empty one removes; a masked one changes nothing
 * @param settings new values; an empty one removes
 * @param ifVersion do it only if this is still the version
 */
public record ConnectionPatch(
        Optional<String> name,
        Map<String, Optional<Secret>> credentials,
        Map<String, Optional<String>> settings,
        Optional<Long> ifVersion) {

    /** Copies the maps. */
    public ConnectionPatch {
        credentials = Map.copyOf(credentials);
        settings = Map.copyOf(settings);
    }
}
