package dev.parley.app.provider;

import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory;

/** Another provider that is called {@code acme}. */
final class OtherFactory implements SmsProviderFactory {

    @Override
    public ProviderDescription description() {
        return new StubProviderFactory("acme").description();
    }

    @Override
    public SmsProvider create(ProviderSetup setup) {
        return new StubProviderFactory("acme").create(setup);
    }
}
