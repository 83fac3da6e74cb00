package dev.parley.testkit.provider;

import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.SmsProviderFactory;
import java.util.List;
import java.util.Optional;

/** What the description of a factory says. While there is none yet, nothing: a rule of its own says that, and others say theirs. */
record Described(SmsProviderFactory factory) {

    String name() {
        return description().map(ProviderDescription::name).orElse("unnamed");
    }

    List<SettingKey> settings() {
        return description().map(ProviderDescription::settings).orElse(List.of());
    }

    boolean can(Capability capability) {
        return description().filter(d -> d.can(capability)).isPresent();
    }

    private Optional<ProviderDescription> description() {
        try {
            return Optional.ofNullable(factory.description());
        } catch (RuntimeException notYet) {
            // A skeleton may throw anything, and the list of tests must be made all the same.
            return Optional.empty();
        }
    }
}
