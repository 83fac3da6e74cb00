package dev.parley.testkit.provider;

import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.WebhookRequest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes connections to Acme, which is not there: JSON both ways, HMAC over time and body. */
public final class AcmeFactory implements SmsProviderFactory {

    private final Fault fault;
    private final AtomicInteger asked = new AtomicInteger();

    /** For discovery. */
    public AcmeFactory() {
        this(Fault.NONE);
    }

    AcmeFactory(Fault fault) {
        this.fault = fault;
    }

    @Override
    public ProviderDescription description() {
        String title = fault == Fault.DESCRIPTION_CHANGES ? "Acme " + asked.incrementAndGet() : "Acme";
        String help = fault == Fault.NO_HELP ? "" : "In the console.";
        var description = ProviderDescription.of("acme", title)
                .able(Capability.JOINS_PARTS, Capability.SIGNS_WEBHOOKS, Capability.REPORTS_DELIVERY, Capability.HANDLES_KEYWORDS)
                .needing(
                        SettingKey.credential("accountId", help).asRequired().asAccountKey(),
                        SettingKey.secret("token", help).asRequired(),
                        SettingKey.secret("signingKey", help),
                        SettingKey.setting("pool", help));
        var capabilities = EnumSet.copyOf(description.capabilities());
        if (fault == Fault.CLAIMS_NO_SIGNATURE) {
            capabilities.remove(Capability.SIGNS_WEBHOOKS);
        } else if (fault == Fault.CLAIMS_TO_LISTEN) {
            capabilities.add(Capability.LISTENS);
        } else if (fault == Fault.CLAIMS_TO_LOOK_UP) {
            capabilities.add(Capability.LOOKS_UP_SENDS);
        } else if (fault == Fault.CLAIMS_TO_LIST) {
            capabilities.add(Capability.LISTS_INBOUND);
        } else if (fault.canBeAsked() && fault != Fault.CAN_BE_ASKED_IN_SECRET) {
            capabilities.addAll(EnumSet.of(Capability.LOOKS_UP_SENDS, Capability.LISTS_INBOUND));
        }
        return new ProviderDescription("acme", title, description.settings(), capabilities, 1600, Duration.ofSeconds(15));
    }

    @Override
    public SmsProvider create(ProviderSetup setup) {
        if (fault == Fault.SHOWS_SECRET_IN_EXCEPTION && setup.find("accountId").isEmpty()) {
            throw new IllegalArgumentException("accountId is missing for " + setup.get("token"));
        }
        if (fault != Fault.BLANK_IS_GOOD) {
            setup.get("accountId");
            setup.get("token");
        }
        return fault.canBeAsked() ? new AskedAcme(fault, setup) : new Acme(fault, setup);
    }

    @Override
    public Claim claim(WebhookRequest request) {
        return AcmeWebhook.claim(fault, request);
    }
}
