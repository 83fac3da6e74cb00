package dev.parley.app.provider;

import dev.parley.ports.spi.AuthenticWebhook;
import dev.parley.ports.spi.Capabilities;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookClaim;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A provider that only remembers what it was made from. */
record StubProviderFactory(String name) implements SmsProviderFactory {

    private static final Capabilities NONE = new Capabilities(false, false, false, false, 160, Duration.ofSeconds(5));

    @Override
    public ProviderDescription description() {
        return new ProviderDescription(name, name, List.of(SettingKey.secret("token", "The token.").asRequired()), NONE);
    }

    @Override
    public SmsProvider create(ProviderSetup setup) {
        return new Stub(setup, setup.settings().get("token"));
    }

    @Override
    public WebhookClaim claim(WebhookRequest request) {
        return new WebhookClaim(Optional.of("+15005550006"), Optional.of(name));
    }

    record Stub(ProviderSetup setup, String token) implements SmsProvider {

        @Override
        public SendOutcome send(OutboundText text) {
            return new SendOutcome.Unavailable("a stub sends nothing");
        }

        @Override
        public Verdict check(WebhookRequest request) {
            return Verdict.Forged.because("a stub believes nothing");
        }

        @Override
        public List<WebhookEvent> read(AuthenticWebhook webhook) {
            return List.of();
        }
    }
}
