package dev.parley.testkit.provider;

/** A provider that is right: JSON, a signature over time and body, several texts at once, reports. */
final class AcmeContractTest extends SmsProviderContract {

    @Override
    protected ProviderCase provider() {
        return AcmeCase.of(Fault.NONE);
    }
}
