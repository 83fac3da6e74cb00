package dev.parley.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.llm.ModelConfig;
import dev.parley.llm.Vendor;
import dev.parley.webhook.Cidr;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {

    @TempDir
    private Path folder;

    @Test
    void everything_can_be_set_in_the_file() throws IOException {
        Configuration configuration = read("""
                port: 9090
                host: 0.0.0.0
                public-url: https://texts.example.com/
                data-dir: /var/lib/parley
                api-key: "0123456789abcdef"
                db: {url: "jdbc:h2:mem:x", user: anna, password: "pass${word}", pool-size: 8, wait: PT1M}
                twilio:
                  base-url: https://api.dublin.ie1.twilio.com
                allowed-private-networks:
                  - 10.0.0.0/8
                  - 192.168.0.0/16
                limits.connections: 100
                timeouts:
                  idle: PT10S
                  drain: PT5S
                """, Map.of());
        assertEquals(9090, configuration.server().port());
        assertEquals(InetAddress.ofLiteral("0.0.0.0"), configuration.server().address());
        assertEquals(Optional.of(URI.create("https://texts.example.com")), configuration.server().publicUrl());
        assertEquals(100, configuration.server().connections());
        assertEquals(Duration.ofSeconds(10), configuration.server().idle());
        assertEquals(Duration.ofSeconds(5), configuration.server().drain());
        assertEquals(Path.of("/var/lib/parley"), configuration.storage().dataDir());
        assertEquals("0123456789abcdef", configuration.apiKey().orElseThrow().reveal());
        assertEquals("pass${word}", configuration.storage().password().reveal());
        assertEquals(8, configuration.storage().poolSize());
        assertEquals(Duration.ofMinutes(1), configuration.databaseWait());
        assertEquals(Map.of("twilio", URI.create("https://api.dublin.ie1.twilio.com")), configuration.providerUrls());
        assertEquals(List.of("10.0.0.0/8", "192.168.0.0/16"), configuration.allowedNetworks().stream().map(Cidr::toString).toList());
    }

    @Test
    void it_can_name_several_models() throws IOException {
        Configuration configuration = read("""
                model: {provider: ollama, name: "llama3.2"}
                models:
                  careful:
                    provider: anthropic
                    name: claude
                    api-key: sk-1
                    timeout: PT90S
                  cheap-1: {provider: scripted}
                """, Map.of());
        List<ModelConfig> models = configuration.models();
        assertEquals(List.of("default", "careful", "cheap-1"), models.stream().map(ModelConfig::name).toList());
        assertEquals(List.of(Vendor.OLLAMA, Vendor.ANTHROPIC, Vendor.SCRIPTED), models.stream().map(ModelConfig::vendor).toList());
        assertEquals(List.of(20L, 90L, 20L), models.stream().map(m -> m.timeout().toSeconds()).toList());
    }

    @Test
    void the_environment_wins() throws IOException {
        Configuration configuration = read("""
                port: 9090
                host: ::1
                model.provider: ollama
                allowed-private-networks: [10.0.0.0/8, 11.0.0.0/8]
                """, Map.of("PARLEY_PORT", "7070", "PARLEY_MODEL_PROVIDER", "scripted", "PARLEY_ALLOWED_PRIVATE_NETWORKS", "127.0.0.0/8"));
        assertEquals(7070, configuration.server().port());
        assertEquals(InetAddress.ofLiteral("::1"), configuration.server().address());
        assertEquals(Vendor.SCRIPTED, configuration.models().getFirst().vendor());
        assertEquals(List.of(new Cidr(InetAddress.ofLiteral("127.0.0.0"), 8)), configuration.allowedNetworks());
    }

    @Test
    void where_providers_are_is_set_by_their_names() throws IOException {
        String yaml = """
                provider-base-urls: {telnyx: "https://api.telnyx.eu", my-own: "http://a.example/", model: "http://m.example", twilio: "http://t"}
                twilio.base-url: https://api.dublin.ie1.twilio.com
                """;
        assertEquals(
                Map.of(
                        "telnyx",
                        URI.create("https://api.telnyx.eu"),
                        "my-own",
                        URI.create("http://127.0.0.1:1"),
                        "model",
                        URI.create("http://m.example"),
                        "twilio",
                        URI.create("https://api.dublin.ie1.twilio.com")),
                read(yaml, Map.of("PARLEY_MY_OWN_BASE_URL", "http://127.0.0.1:1", "PARLEY_MODEL_BASE_URL", "http://127.0.0.1:2"))
                        .providerUrls());
        assertTrue(refusal("provider-base-urls: {telnyx: nowhere}").startsWith(file() + ": provider-base-urls.telnyx=nowhere: "));
        assertTrue(refusal("provider-base-urls: {Telnyx: \"http://x\"}").startsWith(file() + ": there is no setting "));
    }

    @Test
    void it_can_lie_elsewhere() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("parley.yaml"), "port: 9191");
        assertEquals(9191, Configuration.read(Map.of("PARLEY_CONFIG", elsewhere.toString()), folder).server().port());
    }

    @Test
    void it_may_be_missing_or_empty() throws IOException {
        assertEquals(8080, Configuration.read(Map.of(), folder).server().port());
        assertEquals(8080, read("", Map.of()).server().port());
        assertEquals(8080, read("# port: 1\nmodel:\napi-key:\n", Map.of()).server().port());
    }

    @Test
    void a_wrong_value_is_named_with_its_place() throws IOException {
        assertEquals(file() + ": port=abc: a number from 0 to 65535 is accepted", refusal("port: abc"));
        assertEquals(file() + ": limits.connections=1: a number from 16 to 65535 is accepted", refusal("limits: {connections: 1}"));
        assertEquals(
                file() + ": timeouts.idle=30: a duration from PT1S to PT1H, such as PT30S is accepted",
                refusal(
                        "timeouts: {idle: 30}"));
        assertEquals(
                file() + ": models.x.provider=hal: one of scripted, openai, anthropic, ollama, gemini is accepted",
                refusal(
                        "models: {x: {provider: hal}}"));
        assertEquals("models.x.api-key: model \"x\": api-key is missing: gemini needs one", refusal("models: {x: {provider: gemini}}"));
    }

    @Test
    void an_unknown_setting_is_refused() throws IOException {
        for (String unknown : List.of(
                "prot: 1",
                "server: {port: 1}",
                "models: {x: {temperature: 1}}",
                "models: {X: {name: 1}}",
                "db.name: x",
                "port: {http: 80}")) {
            String line = refusal(unknown);
            assertTrue(line.startsWith(file() + ": there is no setting "), line);
        }
    }

    @Test
    void what_is_no_yaml_is_refused_without_quoting_it() throws IOException {
        for (String broken : List.of("api-key: 'hunter2", "port: [hunter2", "\thunter2: x", "a: b: hunter2")) {
            String line = refusal(broken);
            assertTrue(line.startsWith(file() + ": cannot be read as YAML"), line);
            assertTrue(!line.contains("hunter2"), line);
        }
    }

    private String refusal(String yaml) {
        return assertThrows(WrongSetting.class, () -> read(yaml, Map.of())).line();
    }

    private Configuration read(String yaml, Map<String, String> environment) throws IOException {
        Files.writeString(file(), yaml);
        return Configuration.read(environment, folder);
    }

    private Path file() {
        return folder.resolve("application.yaml");
    }
}
