package dev.parley.testkit.fake;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Providers;
import dev.parley.ports.spi.Capabilities;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.Settings;
import dev.parley.ports.spi.WebhookClaim;
import dev.parley.ports.spi.WebhookRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    public static final Capabilities CAPABILITIES = new Capabilities(false, true, true, true, 1600, Duration.ofSeconds(15));

    private static final List<SettingKey> SETTINGS = List.of(SettingKey.credential(ACCOUNT, "The account's name.").asAccountKey(),
            SettingKey.secret(SECRET, "What webhooks carry.").asRequired(), SettingKey.setting(SERVICE, "Of no consequence."));

    private final Map<ConnectionId, FakeProvider> open = new ConcurrentHashMap<>();
    private volatile Capabilities capabilities = CAPABILITIES;

    /** An installation without connections. */
    public FakeProviders() {}

    @Override
    public List<ProviderDescription> descriptions() {
        return List.of(new ProviderDescription(NAME, "Fake", SETTINGS, capabilities));
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
    public WebhookClaim claim(String provider, WebhookRequest request) {
        List<Parameter> form = request.form();
        return new WebhookClaim(Parameter.first(form, "to"), Parameter.first(form, "account"));
    }

    /** From now on the provider can do that. */
    public void capabilities(Capabilities now) {
        capabilities = now;
    }
}
