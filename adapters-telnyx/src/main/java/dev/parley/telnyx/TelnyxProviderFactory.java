package dev.parley.telnyx;

import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory;
import dev.parley.ports.spi.WebhookRequest;
import java.time.Duration;

/**
 * Makes connections to <a href="https://developers.telnyx.com/docs/messaging/messages/send-message">Telnyx Messaging</a>.
 * Stateless and safe for use by many threads.
 */
public final class TelnyxProviderFactory implements SmsProviderFactory {

    static final String API_KEY = "apiKey";
    static final String PUBLIC_KEY = "publicKey";
    static final String PROFILE = "messagingProfileId";

    /**
     * <a href="https://developers.telnyx.com/docs/messaging/messages/advanced-opt-in-out">Keywords</a>,
     * <a href="https://developers.telnyx.com/docs/messaging/messages/receiving-webhooks">signature, reports and deadline</a>.
     */
    private static final ProviderDescription DESCRIPTION = ProviderDescription.of("telnyx", "Telnyx")
            .able(Capability.HANDLES_KEYWORDS, Capability.JOINS_PARTS, Capability.SIGNS_WEBHOOKS, Capability.REPORTS_DELIVERY)
            .answeredWithin(Duration.ofSeconds(2))
            .needing(
                    SettingKey.secret(API_KEY, "API key, KEY…: in the portal under API Keys.").asRequired(),
                    SettingKey.credential(PUBLIC_KEY, "Public key that proves webhooks: in the portal under API Keys.").asRequired(),
                    SettingKey.setting(PROFILE, "Messaging profile: chooses the sender of a text that names no number of yours."));

    @Override
    public ProviderDescription description() {
        return DESCRIPTION;
    }

    @Override
    public SmsProvider create(ProviderSetup setup) {
        return new TelnyxProvider(setup);
    }

    @Override
    public Claim claim(WebhookRequest request) {
        return TelnyxWebhook.of(request).claim();
    }
}
