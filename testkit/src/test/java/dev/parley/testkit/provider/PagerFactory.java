package dev.parley.testkit.provider;

import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory;

/** Makes connections to Pager, which is not there: forms both ways, parts of texts, the address signed, no reports. */
public final class PagerFactory implements SmsProviderFactory {

    /** For discovery. */
    public PagerFactory() {}

    @Override
    public ProviderDescription description() {
        return ProviderDescription.of("pager", "Pager")
                .able(Capability.SIGNS_WEBHOOKS)
                .upTo(480)
                .needing(SettingKey.secret("password", "The password of the account.").asRequired());
    }

    @Override
    public SmsProvider create(ProviderSetup setup) {
        String password = setup.get("password");
        if (password.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("password has no blanks");
        }
        return new Pager(password, setup.baseUrl("https://api.pager.example"));
    }
}
