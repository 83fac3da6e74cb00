package dev.parley.ports.spi;

import dev.parley.ports.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Credentials and settings of one connection, by the names of its {@link SettingKey}s. Never prints a value. Immutable.
 *
 * @param values each value, secret or not
 */
public record Settings(Map<String, Secret> values) {

    /** Copies the map. */
    public Settings {
        values = Map.copyOf(values);
    }

    /** Both parts of a connection as one. */
    public static Settings of(Map<String, Secret> credentials, Map<String, String> settings) {
        var all = new HashMap<>(credentials);
        settings.forEach((name, value) -> all.put(name, new Secret(value)));
        return new Settings(all);
    }

    /**
     * The value of a required setting.
     *
     * @throws IllegalArgumentException when it is missing; the message names it
     */
    public String get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("setting " + key + " is missing"));
    }

    /** The value of an optional setting; a blank one counts as absent. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).map(Secret::reveal).filter(v -> !v.isBlank());
    }

    @Override
    public String toString() {
        return "Settings" + values.keySet();
    }
}
