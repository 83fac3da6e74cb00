package dev.parley.newcomer;

import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory;

/** A provider with a token, whose webhooks show it. */
public final class NewcomerFactory implements SmsProviderFactory {

    @Override
    public ProviderDescription description() {
        return ProviderDescription.of("newcomer", "Newcomer")
                .able(Capability.REPORTS_DELIVERY, Capability.SIGNS_WEBHOOKS)
                .needing(SettingKey.secret("token", "The token from the dashboard.").asRequired());
    }

    @Override
    public SmsProvider create(ProviderSetup setup) {
        return new Newcomer(setup.get("token"), setup.baseUrl("https://api.newcomer.example"));
    }
}
