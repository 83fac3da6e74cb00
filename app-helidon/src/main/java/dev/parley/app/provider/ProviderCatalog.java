package dev.parley.app.provider;

import static java.util.stream.Collectors.joining;

import dev.parley.app.config.WrongSetting;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Providers;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.Settings;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.WebhookRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The providers that were found, by name, and the open one of each connection. Thread-safe. */
public final class ProviderCatalog implements Providers {

    private static final Logger LOG = System.getLogger(ProviderCatalog.class.getName());

    /** Each may have connections and a thread of its own. */
    private static final int MOST_OPEN = 1_000;

    private static final int FRAMES_SHOWN = 8;

    private final SortedMap<String, SmsProviderFactory> factories = new TreeMap<>();
    private final RecentlyUsed<ConnectionId, Opened> open = new RecentlyUsed<>(MOST_OPEN);
    private final Map<String, URI> baseUrls;
    private final InstantSource clock;

    /**
     * Sorts them by name.
     *
     * @param found every provider there is
     * @param baseUrls where their APIs are, by name, when not at the vendor's own address
     * @param clock the time, for signatures that age
     * @throws WrongSetting when two have the same name, or an address is for a provider that there is not
     */
    public ProviderCatalog(List<SmsProviderFactory> found, Map<String, URI> baseUrls, InstantSource clock) {
        this.baseUrls = Map.copyOf(baseUrls);
        this.clock = clock;
        found.forEach(this::add);
        baseUrls.keySet().stream().sorted().filter(name -> !factories.containsKey(name)).findFirst().ifPresent(name -> {
            throw new WrongSetting(
                    "the base URL of provider " + name + ": there is no such provider; there are "
                            + String.join(", ", factories.keySet()));
        });
    }

    private void add(SmsProviderFactory factory) {
        String name = factory.description().name();
        SmsProviderFactory other = factories.putIfAbsent(name, factory);
        if (other != null) {
            throw new WrongSetting(
                    "PARLEY_PLUGINS_DIR: two providers are called " + name + ": " + place(other) + " and " + place(factory));
        }
    }

    private static String place(SmsProviderFactory factory) {
        return factory.getClass().getName() + " in " + factory.getClass().getProtectionDomain().getCodeSource().getLocation();
    }

    @Override
    public List<ProviderDescription> descriptions() {
        return factories.values().stream().map(SmsProviderFactory::description).toList();
    }

    @Override
    public Optional<ProviderDescription> description(String name) {
        return Optional.ofNullable(factories.get(name)).map(SmsProviderFactory::description);
    }

    @Override
    public SmsProvider open(Connection connection) {
        long version = connection.version();
        return open.get(connection.id(), o -> o.version() == version, () -> new Opened(version, create(connection))).provider();
    }

    private SmsProvider create(Connection connection) {
        return create(connection.provider(), Settings.of(connection.credentials(), connection.settings()));
    }

    private SmsProvider create(String provider, Settings settings) {
        var setup = new ProviderSetup(settings, Optional.ofNullable(baseUrls.get(provider)), clock);
        return Objects.requireNonNull(factory(provider).create(setup), "a factory makes a provider");
    }

    private SmsProviderFactory factory(String name) {
        return Optional.ofNullable(factories.get(name))
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "no provider is called " + name
                                        + "; there are " + factories.keySet().stream().collect(joining(", "))
                                        + ". Put the jar of one that is into the folder of"
                                        + " plugins, or parley-adapter-" + name + " on the class path"));
    }

    @Override
    public Optional<String> refusal(String provider, Settings settings) {
        try {
            create(provider, settings);
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        } catch (RuntimeException | LinkageError bugOfTheAdapter) {
            // Somebody else's code: whatever it stumbles over, with these settings there is no provider. What it says may quote a secret.
            List<StackTraceElement> where = Arrays.stream(bugOfTheAdapter.getStackTrace()).limit(FRAMES_SHOWN).toList();
            LOG.log(Level.ERROR, "provider {0} threw {1} while being set up, at {2}", provider, bugOfTheAdapter.getClass().getName(),
                    where);
            return Optional.of("the adapter failed: " + bugOfTheAdapter.getClass().getSimpleName());
        }
    }

    @Override
    public Claim claim(String provider, WebhookRequest request) {
        return factory(provider).claim(request);
    }

    private record Opened(long version, SmsProvider provider) {}
}
