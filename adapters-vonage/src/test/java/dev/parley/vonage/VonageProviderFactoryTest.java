package dev.parley.vonage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Secret;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.Receipt;
import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.Settings;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory;
import dev.parley.ports.spi.WebhookAnswer;
import dev.parley.ports.spi.WebhookRequest;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VonageProviderFactoryTest {

    private static final String CANARY = "canaryOfASecret";

    private final VonageProviderFactory factory = new VonageProviderFactory();

    private List<String> keys(Predicate<SettingKey> which) {
        return factory.description().settings().stream().filter(which).map(SettingKey::name).toList();
    }

    private static String refusal(Vonage connection) {
        return assertThrows(IllegalArgumentException.class, connection::open).toString();
    }

    @Test
    void is_found_by_its_name() {
        List<SmsProviderFactory> found = ServiceLoader.load(SmsProviderFactory.class)
                .stream()
                .map(ServiceLoader.Provider::get)
                .filter(f -> f.description().name().equals("vonage"))
                .toList();
        assertEquals(1, found.size());
        assertInstanceOf(VonageProviderFactory.class, found.getFirst());
    }

    @Test
    void says_what_a_connection_needs() {
        assertEquals(List.of("apiKey", "apiSecret", "signatureSecret", "applicationId", "privateKey", "api", "signatureMethod"), keys(
                key -> true));
        assertEquals(List.of("apiKey", "apiSecret"), keys(SettingKey::required));
        assertEquals(List.of("apiSecret", "signatureSecret", "privateKey"), keys(SettingKey::secret));
        assertEquals(List.of("api", "signatureMethod"), keys(key -> key.place() == SettingKey.Place.SETTINGS));
        assertEquals(Optional.of("apiKey"), factory.description().accountKey().map(SettingKey::name));
    }

    @Test
    void says_what_can_be_chosen_and_what_is_chosen_otherwise() {
        assertEquals(Optional.of(List.of("sms", "messages")), factory.description().setting("api").map(SettingKey::choices));
        List<String> methods = factory.description().setting("signatureMethod").map(SettingKey::choices).orElseThrow();
        assertEquals("sha256", methods.getFirst());
        assertEquals(List.of("md5", "md5hash", "sha1", "sha256", "sha512"), methods.stream().sorted().toList());
    }

    @Test
    void says_what_vonage_can_do() {
        ProviderDescription vonage = factory.description();
        assertEquals(EnumSet.of(Capability.SIGNS_WEBHOOKS, Capability.REPORTS_DELIVERY), vonage.capabilities());
        assertEquals(1000, vonage.longestText());
        assertEquals(Duration.ofSeconds(15), vonage.answerWithin());
    }

    @Test
    void makes_a_provider_for_the_vendors_own_address() {
        Map<String, Secret> settings = Map.of("apiKey", new Secret(Vonage.KEY), "apiSecret", new Secret(Vonage.SECRET));
        var setup = new ProviderSetup(new Settings(settings), Optional.empty(), InstantSource.system());
        assertEquals(new Hosts(URI.create("https://rest.nexmo.com"), URI.create("https://api.nexmo.com")), Hosts.of(setup));
        assertInstanceOf(VonageProvider.class, factory.create(setup));
    }

    @Test
    void answers_so_that_vonage_stores_the_address_and_repeats_what_was_lost() {
        SmsProvider provider = Vonage.connection().open();
        WebhookRequest any = SmsHook.text().signed().in(SmsHook.Shape.GET);
        assertEquals(new WebhookAnswer(200, Map.of(), ""), provider.answer(any, Receipt.STORED));
        assertEquals(503, provider.answer(any, Receipt.NOT_STORED).status());
        assertEquals(503, provider.answer(any, Receipt.UNDECIDED).status());
        assertEquals(403, provider.answer(any, Receipt.REFUSED).status());
    }

    /** Vonage stores no address that does not answer a GET of nothing with 200. */
    @Test
    void an_address_can_be_stored_at_vonage() {
        WebhookRequest nothing = new WebhookRequest("GET", SmsHook.URL, List.of(), new byte[0]);
        assertEquals(200, Vonage.connection().open().answer(nothing, Receipt.REFUSED).status());
        assertEquals(403, Vonage.connection().without("signatureSecret").open().answer(nothing, Receipt.REFUSED).status());
        WebhookRequest something = new WebhookRequest("GET", SmsHook.URL + "?text=Hi", List.of(), new byte[0]);
        assertEquals(403, Vonage.connection().open().answer(something, Receipt.REFUSED).status());
        WebhookRequest post = new WebhookRequest("POST", SmsHook.URL, List.of(), new byte[0]);
        assertEquals(403, Vonage.connection().open().answer(post, Receipt.REFUSED).status());
    }

    @ParameterizedTest @ValueSource(strings = {"apiKey", "apiSecret"})
    void names_the_setting_that_is_missing(String key) {
        assertTrue(refusal(Vonage.connection().without(key)).contains(key));
        assertTrue(refusal(Vonage.connection().with(key, " ")).contains(key));
    }

    @ParameterizedTest @CsvSource({"apiKey, abc/../1", "apiKey, a b", "apiSecret, a b", "signatureSecret, a b", "api, voice", "api, SMS",
        "signatureMethod, sha3", "signatureMethod, SHA256"})
    void names_the_setting_that_is_wrong_and_never_its_value(String key, String value) {
        String refusal = refusal(Vonage.connection().with(key, value));
        assertTrue(refusal.contains(key), refusal);
        assertFalse(refusal.contains(value), refusal);
    }

    @Test
    void an_application_needs_its_key_and_a_key_its_application() {
        String lone = refusal(Vonage.connection().with("applicationId", MessagesHook.UUID));
        assertTrue(lone.contains("privateKey"), lone);
        assertTrue(refusal(Vonage.connection().with("privateKey", PrivateKeys.PEM)).contains("applicationId"));
        String noUuid = refusal(Vonage.connection().with("applicationId", "mine").with("privateKey", PrivateKeys.PEM));
        assertTrue(noUuid.contains("applicationId is a UUID"), noUuid);
    }

    @ParameterizedTest @ValueSource(strings = {CANARY, "-----BEGIN PRIVATE KEY-----\n" + CANARY + "\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n!" + CANARY + "\n-----END PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\n" + CANARY + "\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY----------END PRIVATE KEY-----"})
    void a_private_key_must_be_one(String pem) {
        for (String api : List.of("sms", "messages")) {
            Vonage connection = Vonage.connection().with("api", api).with("applicationId", MessagesHook.UUID).with("privateKey", pem);
            var refusal = assertThrows(IllegalArgumentException.class, connection::open);
            assertTrue(refusal.toString().contains("privateKey is no RSA private key"), refusal.toString());
            assertFalse(refusal.toString().contains(CANARY), refusal.toString());
            assertNull(refusal.getCause());
        }
    }

    @Test
    void a_private_key_may_have_lost_its_lines_in_a_form() {
        String flat = PrivateKeys.PEM.replace("\r\n", " ").replace("\n", " ");
        Vonage.connection().with("applicationId", MessagesHook.UUID).with("privateKey", flat).open();
    }

    @ParameterizedTest @ValueSource(strings = {"rest.nexmo.com", "/v1", "ftp://rest.nexmo.com", "https:///"})
    void refuses_an_address_that_is_none(String url) {
        assertTrue(refusal(Vonage.connection().at(URI.create(url))).contains("base URL"));
    }

    @Test
    void prints_no_secret() {
        var signing = new VonageAccount.Signing(Optional.of(new Secret(CANARY)), SignatureMethod.SHA256);
        var application = new VonageAccount.Application(MessagesHook.UUID, new Secret(CANARY));
        var account = new VonageAccount("abcd1234", new Secret(CANARY), signing, Optional.of(application), ApiChoice.SMS);
        assertFalse(account.toString().contains(CANARY));
    }
}
