package dev.parley.core.connection;

import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Providers;
import dev.parley.ports.spi.AuthenticWebhook;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.SelfCheck;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.Settings;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A provider that looks at its account as the test says, and is good for nothing else. */
record InquisitiveProvider(Function<SelfCheck.Expected, List<SelfCheck.Finding>> look, Verdict verdict) implements SmsProvider, SelfCheck {

    InquisitiveProvider(Function<SelfCheck.Expected, List<SelfCheck.Finding>> look) {
        this(look, Verdict.Forged.because("It is not signed."));
    }

    static InquisitiveProvider saying(List<SelfCheck.Finding> findings) {
        return new InquisitiveProvider(_ -> findings);
    }

    InquisitiveProvider judging(Verdict other) {
        return new InquisitiveProvider(look, other);
    }

    @Override
    public List<Finding> selfCheck(Expected expected) {
        return look.apply(expected);
    }

    @Override
    public SendOutcome send(OutboundText text) {
        return new SendOutcome.Unavailable("it sends nothing");
    }

    @Override
    public Verdict check(WebhookRequest request) {
        return verdict;
    }

    @Override
    public List<WebhookEvent> read(AuthenticWebhook webhook) {
        return List.of();
    }

    /** Opens what the test says; knows of providers what {@code others} knows. */
    record Catalog(Providers others, Function<Connection, InquisitiveProvider> opening) implements Providers {

        @Override
        public List<ProviderDescription> descriptions() {
            return others.descriptions();
        }

        @Override
        public Optional<ProviderDescription> description(String name) {
            return others.description(name);
        }

        @Override
        public SmsProvider open(Connection connection) {
            return opening.apply(connection);
        }

        @Override
        public Optional<String> refusal(String provider, Settings settings) {
            return others.refusal(provider, settings);
        }

        @Override
        public Claim claim(String provider, WebhookRequest request) {
            return others.claim(provider, request);
        }
    }
}
