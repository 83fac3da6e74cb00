package dev.parley.ports.spi;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a provider is called, what its connections need and what it can do. Forms and documentation are made from it.
 * Immutable.
 *
 * @param name how it is named in the API and in webhook addresses: lower-case letters, digits and dashes
 * @param title how people call it
 * @param settings what a connection of it can or must be given
 * @param capabilities what it can do
 */
public record ProviderDescription(String name, String title, List<SettingKey> settings, Capabilities capabilities) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** Refuses a name that does not fit into an address, and two settings of one name. */
    public ProviderDescription {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a provider's name has 1 to 40 lower-case letters, digits and dashes: " + name);
        }
        settings = List.copyOf(settings);
        if (settings.stream().map(SettingKey::name).distinct().count() < settings.size()) {
            throw new IllegalArgumentException("provider " + name + " names a setting twice");
        }
    }

    /** The setting of that name. */
    public Optional<SettingKey> setting(String key) {
        return settings.stream().filter(s -> s.name().equals(key)).findFirst();
    }

    /** The setting whose value says which account at the provider this is, when there is one. */
    public Optional<SettingKey> accountKey() {
        return settings.stream().filter(SettingKey::identifiesAccount).findFirst();
    }
}
