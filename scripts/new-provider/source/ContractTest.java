package __package__;

import dev.parley.testkit.provider.ProviderCase;
import dev.parley.testkit.provider.SmsProviderContract;

final class __Name__ContractTest extends SmsProviderContract {

    @Override
    protected ProviderCase provider() {
        return ProviderCase.of(new __Name__ProviderFactory());
    }
}
