package dev.parley.app.provider;

import dev.parley.ports.spi.AuthenticWebhook;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookRequest;
import java.util.List;
import java.util.Optional;

/** A provider that only remembers what it was made from. */
record StubProviderFactory(String name) implements SmsProviderFactory {

    @Override
    public ProviderDescription description() {
        return ProviderDescription.of(name, name).needing(SettingKey.secret("token", "The token.").asRequired());
    }

    @Override
    public SmsProvider create(ProviderSetup setup) {
        return new Stub(setup, setup.settings().get("token"));
    }

    @Override
    public Claim claim(WebhookRequest request) {
        return new Claim(Optional.of("+15005550006"), Optional.of(name));
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
