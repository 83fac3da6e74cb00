package dev.parley.core.intake;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Providers;
import dev.parley.ports.spi.AuthenticWebhook;
import dev.parley.ports.spi.Listening;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.Receipt;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.Settings;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Providers that listen, and write down for whom; of providers they know what {@code others} knows. */
final class ListeningProviders implements Providers {

    final List<String> log = new ArrayList<>();
    final Set<ConnectionId> broken = new HashSet<>();
    private final Map<ConnectionId, Listening.Ingress> open = new HashMap<>();
    private final Providers others;

    ListeningProviders(Providers others) {
        this.others = others;
    }

    Set<ConnectionId> open() {
        return open.keySet();
    }

    Receipt bring(Connection connection, WebhookEvent...events) {
        return Optional.ofNullable(open.get(connection.id())).orElseThrow().take(List.of(events));
    }

    @Override
    public SmsProvider open(Connection connection) {
        log.add("opened " + connection.id());
        return new Provider(connection);
    }

    @Override
    public List<ProviderDescription> descriptions() {
        return others.descriptions();
    }

    @Override
    public Optional<ProviderDescription> description(String name) {
        return others.description(name);
    }

    @Override
    public Optional<String> refusal(String provider, Settings settings) {
        return others.refusal(provider, settings);
    }

    @Override
    public Claim claim(String provider, WebhookRequest request) {
        return others.claim(provider, request);
    }

    private final class Provider implements SmsProvider, Listening {

        private final Connection connection;

        Provider(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Listener listen(Ingress ingress) {
            if (broken.contains(connection.id())) {
                throw new IllegalStateException("no line");
            }
            open.put(connection.id(), ingress);
            log.add("listening " + connection.id() + " version " + connection.version());
            return () -> {
                open.remove(connection.id());
                log.add("closed " + connection.id() + " version " + connection.version());
            };
        }

        @Override
        public SendOutcome send(OutboundText text) {
            return new SendOutcome.Unavailable("it sends nothing");
        }

        @Override
        public Verdict check(WebhookRequest request) {
            return Verdict.Forged.because("It has no webhooks.");
        }

        @Override
        public List<WebhookEvent> read(AuthenticWebhook webhook) {
            return List.of();
        }
    }
}
