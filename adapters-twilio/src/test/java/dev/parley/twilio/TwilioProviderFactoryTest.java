package dev.parley.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Secret;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.Settings;
import dev.parley.ports.spi.SmsProviderFactory;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TwilioProviderFactoryTest {

    private static final String CANARY = "canary of a secret";

    private final TwilioProviderFactory factory = new TwilioProviderFactory();

    private static Map<String, Secret> settings() {
        return new HashMap<>(Map.of("accountSid", new Secret(Hook.ACCOUNT), "authToken", new Secret(Hook.TOKEN)));
    }

    private void create(Map<String, Secret> settings, Optional<URI> baseUrl) {
        factory.create(new ProviderSetup(new Settings(settings), baseUrl, InstantSource.system()));
    }

    private String refusal(Map<String, Secret> settings) {
        return assertThrows(IllegalArgumentException.class, () -> create(settings, Optional.empty())).toString();
    }

    @Test
    void is_found_by_its_name() {
        List<SmsProviderFactory> found = ServiceLoader.load(SmsProviderFactory.class)
                .stream()
                .map(ServiceLoader.Provider::get)
                .filter(
                        f -> f.description().name().equals("twilio"))
                .toList();
        assertEquals(1, found.size());
        assertInstanceOf(TwilioProviderFactory.class, found.getFirst());
    }

    @Test
    void says_what_a_connection_needs() {
        ProviderDescription description = factory.description();
        assertEquals(List.of("accountSid", "authToken", "authTokenSecondary", "apiKeySid", "apiKeySecret", "messagingServiceSid"),
                description.settings().stream().map(SettingKey::name).toList());
        assertEquals(List.of("accountSid", "authToken"), description.settings()
                .stream()
                .filter(SettingKey::required)
                .map(SettingKey::name)
                .toList());
        assertEquals(List.of("authToken", "authTokenSecondary", "apiKeySecret"), description.settings()
                .stream()
                .filter(SettingKey::secret)
                .map(SettingKey::name)
                .toList());
        assertEquals(Optional.of("accountSid"), description.accountKey().map(SettingKey::name));
    }

    @Test
    void says_what_twilio_can_do() {
        ProviderDescription twilio = factory.description();
        assertEquals(EnumSet.complementOf(EnumSet.of(Capability.LISTENS)), twilio.capabilities());
        assertEquals(1600, twilio.longestText());
        assertEquals(Duration.ofSeconds(15), twilio.answerWithin());
    }

    @ParameterizedTest @ValueSource(strings = {"accountSid", "authToken"})
    void names_the_setting_that_is_missing(String key) {
        Map<String, Secret> settings = settings();
        settings.remove(key);
        assertTrue(refusal(settings).contains(key));
        settings.put(key, new Secret(" "));
        assertTrue(refusal(settings).contains(key));
    }

    @ParameterizedTest @CsvSource({"accountSid, SK1", "accountSid, AC/../1", "messagingServiceSid, PN1", "apiKeySid, AC1", "authToken, a b",
        "authTokenSecondary, a b", "apiKeySecret, a b"})
    void names_the_setting_that_is_wrong_and_never_its_value(String key, String value) {
        Map<String, Secret> settings = settings();
        settings.put(key, new Secret(value));
        String refusal = refusal(settings);
        assertTrue(refusal.contains(key), refusal);
        assertFalse(refusal.contains(value), refusal);
    }

    @Test
    void an_api_key_needs_its_secret() {
        Map<String, Secret> settings = settings();
        settings.put("apiKeySid", new Secret("SK1"));
        assertTrue(refusal(settings).contains("apiKeySecret"));
    }

    @ParameterizedTest @ValueSource(strings = {"api.twilio.com", "/v1", "ftp://api.twilio.com", "https:///"})
    void refuses_an_address_that_is_none(String url) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> create(settings(), Optional.of(URI.create(url))));
        assertTrue(refusal.toString().contains("base URL"));
    }

    @Test
    void prints_no_secret() {
        var account = new TwilioAccount("AC1", "SK1", new Secret(CANARY), List.of(new Secret(CANARY)), Optional.empty());
        assertFalse(account.toString().contains(CANARY));
    }
}
