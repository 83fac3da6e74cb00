package dev.parley.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.llm.ModelConfig;
import dev.parley.llm.Vendor;
import dev.parley.ports.Secret;
import dev.parley.webhook.Cidr;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final Function<Configuration, ModelConfig> MODEL = c -> c.models().getFirst();

    @TempDir
    private Path folder;

    private List<Expectation> expectations() {
        return Stream.of(server(), storage(), model(), peers()).flatMap(List::stream).toList();
    }

    private List<Expectation> server() {
        return List.of(
                Expectation.of("PARLEY_PORT", 8080, c -> c.server().port())
                        .takes("0", 0)
                        .takes("65535", 65535)
                        .takes(" 80 ", 80)
                        .refuses("abc", "-1", "65536", "8080.5", "1e3", "99999999999"),
                Expectation.of("PARLEY_HOST", address("127.0.0.1"), c -> c.server().address())
                        .takes("0.0.0.0", address("0.0.0.0"))
                        .takes("::1", address("::1"))
                        .takes("localhost", address("127.0.0.1"))
                        .refuses("no.such.host.invalid", "300.1.1.1", "a b"),
                Expectation.of("PARLEY_PUBLIC_URL", Optional.empty(), c -> c.server().publicUrl())
                        .takes("https://texts.example.com/", url("https://texts.example.com"))
                        .takes("http://localhost:8080/parley//", url("http://localhost:8080/parley"))
                        .refuses("texts.example.com", "ftp://example.com", "https://", "https:example.com", "https://a b")
                        .refuses("https://u:p@example.com", "https://example.com?a=b", "https://example.com#a"),
                Expectation.of("PARLEY_API_KEY", Optional.empty(), Configuration::apiKey)
                        .takes("0123456789abcdef", secret("0123456789abcdef"))
                        .takes("sixteen letters!", secret("sixteen letters!"))
                        .takes("~!".repeat(64), secret("~!".repeat(64)))
                        .refuses(
                                "too short 15 ch",
                                "k".repeat(129),
                                "has-an-umlaut-ü-in-it",
                                " begins-with-a-blank",
                                "tab\tinside-the-key"),
                Expectation.of("PARLEY_CONFIG", 8080, c -> c.server().port())
                        .refuses("/no/such/file", folder.toString()));
    }

    private List<Expectation> storage() {
        return List.of(
                Expectation.of("PARLEY_DATA_DIR", Path.of("data"), c -> c.storage().dataDir())
                        .takes("/var/lib/parley", Path.of("/var/lib/parley"))
                        .refuses("a\0b"),
                Expectation.of("PARLEY_ENCRYPTION_KEY", Optional.empty(), c -> c.storage().encryptionKey())
                        .takes(KEY, secret(KEY))
                        .refuses("not base64 at all, sorry", "c2hvcnQga2V5", KEY + KEY),
                Expectation.of("PARLEY_DB_URL", Optional.empty(), c -> c.storage().url())
                        .takes("jdbc:h2:file:./other", Optional.of("jdbc:h2:file:./other"))
                        .refuses("jdbc:postgresql://localhost/parley", "mysql://localhost/parley", "jdbc:mysql://", "localhost"),
                Expectation.of("PARLEY_DB_USER", "", c -> c.storage().user())
                        .takes("anna", "anna"),
                Expectation.of("PARLEY_DB_PASSWORD", new Secret(""), c -> c.storage().password())
                        .takes(" ${x} ", new Secret(" ${x} ")));
    }

    private static List<Expectation> model() {
        return List.of(
                Expectation.of("PARLEY_MODEL_PROVIDER", Vendor.SCRIPTED, MODEL.andThen(ModelConfig::vendor))
                        .takes("ollama", Vendor.OLLAMA)
                        .takes("Anthropic", Vendor.ANTHROPIC)
                        .refuses("chatgpt", "scripted,openai"),
                Expectation.of("PARLEY_MODEL_NAME", Optional.empty(), MODEL.andThen(ModelConfig::modelName))
                        .takes("llama3.2:3b", Optional.of("llama3.2:3b")),
                Expectation.of("PARLEY_MODEL_API_KEY", Optional.empty(), MODEL.andThen(ModelConfig::apiKey))
                        .takes("sk-abc", secret("sk-abc")),
                Expectation.of("PARLEY_MODEL_BASE_URL", Optional.empty(), MODEL.andThen(ModelConfig::baseUrl))
                        .takes("http://127.0.0.1:11434/", url("http://127.0.0.1:11434"))
                        .refuses("127.0.0.1:11434"));
    }

    private List<Expectation> peers() {
        return List.of(
                Expectation.of("PARLEY_PLUGINS_DIR", Path.of("plugins"), Configuration::plugins)
                        .takes(folder.toString(), folder)
                        .refuses("/no/such/folder"),
                Expectation.of("PARLEY_TWILIO_BASE_URL", Map.of(), Configuration::providerUrls)
                        .takes("http://127.0.0.1:9000", Map.of("twilio", URI.create("http://127.0.0.1:9000")))
                        .refuses("api.twilio.com"),
                Expectation.of("PARLEY_VONAGE_BASE_URL", Map.of(), Configuration::providerUrls)
                        .takes("http://127.0.0.1:9001", Map.of("vonage", URI.create("http://127.0.0.1:9001")))
                        .refuses("rest.nexmo.com"),
                Expectation.of("PARLEY_ALLOWED_PRIVATE_NETWORKS", List.of(), Configuration::allowedNetworks)
                        .takes("10.0.0.0/8, fd00::/8", List.of(new Cidr(address("10.0.0.0"), 8), new Cidr(address("fd00::"), 8)))
                        .takes("192.168.1.7", List.of(new Cidr(address("192.168.1.7"), 32)))
                        .refuses("10.0.0.0/33", "fd00::/129", "10.1/16", "localhost/8", "10.0.0.0/8,", "10.0.0.0/-1"));
    }

    @TestFactory
    Stream<DynamicTest> every_variable_has_its_default_and_is_checked() {
        return expectations().stream().flatMap(this::tests);
    }

    private Stream<DynamicTest> tests(Expectation of) {
        Stream<DynamicTest> preset = Stream.of(Map.<String, String>of(), Map.of(of.name(), "  "))
                .map(set -> test(of.name() + " unless set " + set, () -> assertEquals(of.preset(), of.effect().apply(read(set)))));
        Stream<DynamicTest> taken = of.taken()
                .entrySet()
                .stream()
                .map(
                        e -> test(
                                of.name() + " takes " + e.getKey(),
                                () -> assertEquals(
                                        e.getValue(),
                                        of.effect()
                                                .apply(read(with(of.name(), e.getKey()))))));
        Stream<DynamicTest> refused = of.refused()
                .stream()
                .map(text -> test(of.name() + " refuses " + text, () -> assertRefused(of.name(), text)));
        return Stream.of(preset, taken, refused).flatMap(tests -> tests);
    }

    private static DynamicTest test(String name, Executable check) {
        return DynamicTest.dynamicTest(name, check);
    }

    @Test
    void no_variable_is_left_out_of_these_tests() {
        Set<String> inTable = Table.ROWS.stream().flatMap(row -> row.name().stream()).collect(Collectors.toSet());
        assertEquals(inTable, expectations().stream().map(Expectation::name).collect(Collectors.toSet()));
    }

    @Test
    void a_wrong_value_is_answered_in_one_line_that_says_what_is_accepted() {
        assertEquals("PARLEY_PORT=abc: a number from 0 to 65535 is accepted", refusal(Map.of("PARLEY_PORT", "abc")));
        assertEquals("PARLEY_PORT=a b: a number from 0 to 65535 is accepted", refusal(Map.of("PARLEY_PORT", "a\r\nb")));
    }

    @Test
    void a_model_that_needs_a_key_does_not_start_without() {
        for (String provider : List.of("openai", "anthropic", "gemini")) {
            String line = refusal(Map.of("PARLEY_MODEL_PROVIDER", provider));
            assertTrue(line.startsWith("PARLEY_MODEL_API_KEY: "), line);
            assertTrue(line.endsWith(provider + " needs one"), line);
        }
        read(Map.of("PARLEY_MODEL_PROVIDER", "openai", "PARLEY_MODEL_BASE_URL", "http://127.0.0.1:8000/v1"));
    }

    @Test
    void an_unknown_variable_of_ours_stops_the_start_and_those_of_others_do_not() {
        String line = refusal(Map.of("PARLEY_PROT", "8080", "PATH", "/bin"));
        assertTrue(line.startsWith("PARLEY_PROT: there is no such variable; there are PARLEY_ALLOWED_PRIVATE_NETWORKS, "), line);
        assertTrue(line.contains("PARLEY_PORT"), line);
        read(Map.of("PATH", "/bin", "parley_port", "x", "PARLEY_JAVA_OPTS", "-Xmx1g"));
    }

    @Test
    void where_any_provider_is_can_be_set() {
        Map<String, URI> urls =
                read(Map.of("PARLEY_TELNYX_BASE_URL", "http://127.0.0.1:9002/", "PARLEY_MY_OWN_BASE_URL", "https://a.example",
                        "PARLEY_BLANK_BASE_URL", " ", "PARLEY_MODEL_BASE_URL", "http://127.0.0.1:8000/v1")).providerUrls();
        assertEquals(Map.of("telnyx", URI.create("http://127.0.0.1:9002"), "my-own", URI.create("https://a.example")), urls);
        assertRefused("PARLEY_TELNYX_BASE_URL", "api.telnyx.com");
        assertTrue(refusal(Map.of("PARLEY_TELNYX_URL", "http://x")).endsWith("for any provider PARLEY_<NAME>_BASE_URL"));
    }

    private Map<String, String> with(String name, String text) {
        var environment = new HashMap<>(Map.of(name, text));
        if (text.equalsIgnoreCase("anthropic")) {
            environment.put("PARLEY_MODEL_API_KEY", "key");
        }
        return environment;
    }

    private void assertRefused(String name, String text) {
        String line = refusal(Map.of(name, text));
        assertTrue(line.startsWith(name + "="), line);
        assertTrue(line.endsWith(" is accepted"), line);
        assertEquals(1, line.lines().count());
    }

    private String refusal(Map<String, String> environment) {
        return assertThrows(WrongSetting.class, () -> read(environment)).line();
    }

    private Configuration read(Map<String, String> environment) {
        return Configuration.read(environment, folder);
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    private static Optional<URI> url(String url) {
        return Optional.of(URI.create(url));
    }

    private static Optional<Secret> secret(String value) {
        return Optional.of(new Secret(value));
    }
}
