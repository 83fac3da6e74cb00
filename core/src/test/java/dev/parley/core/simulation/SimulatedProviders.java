package dev.parley.core.simulation;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Providers;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.Settings;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.WebhookRequest;
import dev.parley.testkit.fake.FakeProviders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An installation with one provider, that of {@link FakeProviders}; only its sends are other than there. */
final class SimulatedProviders implements Providers {

    private final FakeProviders fake = new FakeProviders();
    private final Map<ConnectionId, SmsProvider> accounts = new LinkedHashMap<>();

    void add(ConnectionId connection, SmsProvider account) {
        accounts.put(connection, account);
    }

    @Override
    public List<ProviderDescription> descriptions() {
        return fake.descriptions();
    }

    @Override
    public Optional<ProviderDescription> description(String name) {
        return fake.description(name);
    }

    @Override
    public SmsProvider open(Connection connection) {
        return Optional.ofNullable(accounts.get(connection.id())).orElseThrow(IllegalArgumentException::new);
    }

    @Override
    public Optional<String> refusal(String provider, Settings settings) {
        return fake.refusal(provider, settings);
    }

    @Override
    public Claim claim(String provider, WebhookRequest request) {
        return fake.claim(provider, request);
    }
}
