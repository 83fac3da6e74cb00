package dev.parley.app.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.app.config.WrongSetting;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Secret;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.Settings;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory;
import dev.parley.ports.spi.WebhookRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProviderCatalogTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final URI LOCAL = URI.create("http://127.0.0.1:9000");

    private final ProviderCatalog catalog = new ProviderCatalog(
            List.of(new StubProviderFactory("zeta"), new StubProviderFactory("acme")),
            Map.of("acme", LOCAL),
            InstantSource.fixed(NOW));

    @Test
    void providers_are_listed_by_name() {
        assertEquals(List.of("acme", "zeta"), catalog.descriptions().stream().map(ProviderDescription::name).toList());
        assertEquals("zeta", catalog.description("zeta").orElseThrow().name());
        assertEquals(Optional.empty(), catalog.description("nobody"));
    }

    @Test
    void two_of_one_name_stop_the_start_and_both_are_named() {
        var twice = List.of(new StubProviderFactory("acme"), new OtherFactory());
        String line = assertThrows(WrongSetting.class, () -> new ProviderCatalog(twice, Map.of(), InstantSource.fixed(NOW))).line();
        assertTrue(line.startsWith("PARLEY_PLUGINS_DIR: two providers are called acme: "), line);
        assertTrue(line.contains(StubProviderFactory.class.getName() + " in "), line);
        assertTrue(line.contains(OtherFactory.class.getName() + " in "), line);
    }

    @Test
    void an_address_of_a_provider_that_there_is_not_stops_the_start() {
        var one = List.of(new StubProviderFactory("acme"));
        String line = assertThrows(WrongSetting.class,
                () -> new ProviderCatalog(List.copyOf(one), Map.of("acne", LOCAL), InstantSource.fixed(NOW)))
                .line();
        assertEquals("the base URL of provider acne: there is no such provider; there are acme", line);
    }

    @Test
    void a_connection_is_opened_once_until_it_changes() {
        Connection connection = connection(1, 1);
        SmsProvider first = catalog.open(connection);
        assertSame(first, catalog.open(connection(1, 1)));
        assertNotSame(first, catalog.open(connection(2, 1)));
        SmsProvider changed = catalog.open(connection(1, 2));
        assertNotSame(first, changed);
        assertSame(changed, catalog.open(connection(1, 2)));
    }

    @Test
    void a_provider_gets_both_kinds_of_settings_its_base_url_and_the_clock() {
        var stub = assertInstanceOf(StubProviderFactory.Stub.class, catalog.open(connection(1, 1)));
        assertEquals("hunter2", stub.setup().settings().get("token"));
        assertEquals("5", stub.setup().settings().get("messagesPerSecond"));
        assertEquals(Optional.of(LOCAL), stub.setup().baseUrl());
        assertEquals(NOW, stub.setup().clock().instant());
    }

    @Test
    void not_all_connections_stay_open_for_ever() {
        SmsProvider first = catalog.open(connection(0, 1));
        IntStream.rangeClosed(1, 999).forEach(i -> catalog.open(connection(i, 1)));
        assertSame(first, catalog.open(connection(0, 1)));
        IntStream.rangeClosed(1000, 2000).forEach(i -> catalog.open(connection(i, 1)));
        assertNotSame(first, catalog.open(connection(0, 1)));
    }

    @Test
    void settings_that_a_provider_refuses_are_told_without_their_values() {
        assertEquals(Optional.empty(), catalog.refusal("acme", new Settings(Map.of("token", new Secret("hunter2")))));
        assertEquals(Optional.of("setting token is missing"), catalog.refusal("acme", new Settings(Map.of())));
    }

    @Test
    void an_adapter_that_fails_refuses_the_settings_and_repeats_nothing_of_them() {
        var token = new Settings(Map.of("token", new Secret("hunter2")));
        assertEquals(Optional.of("the adapter failed: IllegalStateException"), failing(setup -> {
            throw new IllegalStateException(setup.settings().get("token"));
        }).refusal("acme", token));
        assertEquals(Optional.of("the adapter failed: NoClassDefFoundError"), failing(_ -> {
            throw new NoClassDefFoundError("com/acme/Words");
        }).refusal("acme", token));
    }

    @Test
    void an_unknown_name_is_answered_with_what_there_is_and_what_to_add() {
        String refusal = catalog.refusal("plivo", new Settings(Map.of())).orElseThrow();
        assertTrue(refusal.startsWith("no provider is called plivo; there are acme, zeta."), refusal);
        assertTrue(refusal.endsWith("parley-adapter-plivo on the class path"), refusal);
    }

    @Test
    void the_claim_is_the_providers_own() {
        var webhook = new WebhookRequest("POST", "https://example.com/", List.of(), new byte[0]);
        assertEquals(Optional.of("zeta"), catalog.claim("zeta", webhook).account());
    }

    private static ProviderCatalog failing(Function<ProviderSetup, SmsProvider> making) {
        return new ProviderCatalog(List.of(new FailingFactory(making)), Map.of(), InstantSource.fixed(NOW));
    }

    private record FailingFactory(Function<ProviderSetup, SmsProvider> making) implements SmsProviderFactory {

        @Override
        public ProviderDescription description() {
            return new StubProviderFactory("acme").description();
        }

        @Override
        public SmsProvider create(ProviderSetup setup) {
            return making.apply(setup);
        }
    }

    private static Connection connection(int id, long version) {
        return new Connection(
                new ConnectionId(new UUID(0, id)),
                new OrganizationId(new UUID(0, 1)),
                "acme",
                "main",
                Optional.empty(),
                Map.of("token", new Secret("hunter2")),
                Map.of("messagesPerSecond", "5"),
                version,
                NOW,
                NOW);
    }
}
