package dev.parley.testkit.fake;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Providers;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.Settings;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.WebhookRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An installation with one provider, {@value #NAME}. Its connections have the credentials {@value #ACCOUNT}, which identifies
 * the account, and {@value #SECRET}, which is required, and the setting {@value #SERVICE}. Thread-safe.
 */
public final class FakeProviders implements Providers {

    /** The name of the provider. */
    public static final String NAME = "fake";

    /** The credential that says which account a connection is. */
    public static final String ACCOUNT = "account";

    /** The required credential: what webhooks carry as their signature. */
    public static final String SECRET = "secret";

    /** A setting that nothing depends on. */
    public static final String SERVICE = "serviceId";

    /** What the provider can do unless {@link #capabilities} says otherwise: everything but answering opt-out words itself. */
    public static final Set<Capability> CAPABILITIES =
            Set.of(Capability.JOINS_PARTS, Capability.SIGNS_WEBHOOKS, Capability.REPORTS_DELIVERY);

    private static final ProviderDescription DESCRIPTION = ProviderDescription.of(NAME, "Fake")
            .needing(SettingKey.credential(ACCOUNT, "The account's name.").asAccountKey(),
                    SettingKey.secret(SECRET, "What webhooks carry.").asRequired(), SettingKey.setting(SERVICE, "Of no consequence."));

    private final Map<ConnectionId, FakeProvider> open = new ConcurrentHashMap<>();
    private volatile Set<Capability> capabilities = CAPABILITIES;

    /** An installation without connections. */
    public FakeProviders() {}

    @Override
    public List<ProviderDescription> descriptions() {
        return List.of(new ProviderDescription(
                NAME,
                DESCRIPTION.title(),
                DESCRIPTION.settings(),
                capabilities,
                DESCRIPTION.longestText(),
                DESCRIPTION.answerWithin()));
    }

    @Override
    public Optional<ProviderDescription> description(String name) {
        return descriptions().stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /** The provider of that connection: one for each connection, whatever changes about it. */
    @Override
    public FakeProvider open(Connection connection) {
        Settings settings = Settings.of(connection.credentials(), connection.settings());
        refusal(connection.provider(), settings).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return open.computeIfAbsent(connection.id(), _ -> new FakeProvider(settings.get(SECRET)));
    }

    @Override
    public Optional<String> refusal(String provider, Settings settings) {
        if (!provider.equals(NAME)) {
            return Optional.of("There is no provider of that name.");
        }
        return settings.find(SECRET).isEmpty() ? Optional.of("Setting " + SECRET + " is missing.") : Optional.empty();
    }

    /** Our number is the field {@code to} of a {@link FakeWebhook}, the account the field {@code account}. */
    @Override
    public Claim claim(String provider, WebhookRequest request) {
        List<Parameter> form = request.form();
        return new Claim(Parameter.first(form, "to"), Parameter.first(form, "account"));
    }

    /** From now on the provider can do that. */
    public void capabilities(Set<Capability> now) {
        capabilities = Set.copyOf(now);
    }
}
