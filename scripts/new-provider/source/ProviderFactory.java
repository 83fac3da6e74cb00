package __package__;

import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory;

/** Makes connections to __Name__. Stateless and safe for use by many threads. */
public final class __Name__ProviderFactory implements SmsProviderFactory {

    private static final ProviderDescription DESCRIPTION = ProviderDescription.of("__name__", "__Name__");

    @Override
    public ProviderDescription description() {
        return DESCRIPTION;
    }

    @Override
    public SmsProvider create(ProviderSetup setup) {
        return new __Name__Provider();
    }
}
