package dev.parley.simulator;

import dev.parley.ports.Secret;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.WebhookRequest;
import java.util.Optional;

/**
 * Makes connections that need no account. A text is taken and soon reported as delivered; some numbers, which belong to
 * nobody, show what can go wrong instead:
 *
 * <ul>
 * <li>{@code +15005550001} does not exist: refused, {@code recipient_invalid}
 * <li>{@code +15005550002} is always busy: throttled, every time
 * <li>{@code +15005550003} swallows the answer: nobody knows what came of the text, and nothing is ever reported
 * <li>{@code +15005550004} is switched off: taken, then reported as undelivered
 * <li>{@code +15005550009} has opted out: refused, {@code opted_out}
 * </ul>
 *
 * <p>Its webhooks are JSON, signed with a secret that only we know; {@link SimulatorPhone} sends the texts. The base URL of a
 * setup is our own address, as seen from this machine. Stateless and safe for use by many threads.
 */
public final class SimulatorProviderFactory implements SmsProviderFactory {

    static final String NAME = "simulator";
    static final String SIGNING_SECRET = "signingSecret";

    private static final ProviderDescription DESCRIPTION = ProviderDescription.of(NAME, "Simulator")
            .able(Capability.JOINS_PARTS, Capability.SIGNS_WEBHOOKS, Capability.REPORTS_DELIVERY)
            .needing(SettingKey.secret(SIGNING_SECRET, "Signs the webhooks of the simulated carrier. One is made for you.").madeByUs());

    /** For discovery. */
    public SimulatorProviderFactory() {}

    @Override
    public ProviderDescription description() {
        return DESCRIPTION;
    }

    @Override
    public SmsProvider create(ProviderSetup setup) {
        Optional<Secret> secret = setup.settings().find(SIGNING_SECRET).map(Secret::new);
        SignedPost carrier = new SignedPost(setup.clock(), SignedPost.DEADLINE);
        return new SimulatorProvider(secret, new DeliveryReports(carrier, setup.baseUrl(), DeliveryReports.PAUSE), setup.clock());
    }

    @Override
    public Claim claim(WebhookRequest request) {
        return SimulatorWebhook.of(request).claim();
    }
}
