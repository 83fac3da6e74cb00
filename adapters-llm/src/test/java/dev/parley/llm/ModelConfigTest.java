package dev.parley.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.ports.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class ModelConfigTest {

    @Test
    void vendors_are_named_by_the_words_of_the_configuration() {
        assertEquals(List.of("scripted", "openai", "anthropic", "ollama", "gemini"), Vendor.words());
        assertEquals(Optional.of(Vendor.GEMINI), Vendor.parse("gemini"));
        assertEquals(Optional.empty(), Vendor.parse("Gemini"));
    }

    @ParameterizedTest @CsvSource({"OPENAI, openai", "ANTHROPIC, anthropic", "GEMINI, gemini"})
    void a_vendor_that_needs_a_key_gets_one(Vendor vendor, String word) {
        InvalidModelConfig invalid = assertThrows(InvalidModelConfig.class, () -> config(vendor, "", ""));

        assertEquals("model \"main\": api-key is missing: " + word + " needs one", invalid.getMessage());
        assertEquals("api-key", invalid.setting());
    }

    @ParameterizedTest @CsvSource({"ANTHROPIC", "GEMINI"})
    void another_address_does_not_spare_a_vendor_its_key(Vendor vendor) {
        assertEquals("api-key", assertThrows(InvalidModelConfig.class, () -> config(vendor, "", "http://127.0.0.1:1")).setting());
    }

    @Test
    void a_server_of_ones_own_that_speaks_the_protocol_of_openai_needs_no_key() {
        assertEquals(Optional.empty(), config(Vendor.OPENAI, "", "http://127.0.0.1:8000/v1").apiKey());
    }

    @ParameterizedTest @EnumSource(names = {"OLLAMA", "SCRIPTED"})
    void what_runs_here_needs_no_key(Vendor vendor) {
        assertEquals(Optional.empty(), config(vendor, "", "").apiKey());
    }

    @ParameterizedTest @EnumSource(mode = Mode.EXCLUDE, names = "SCRIPTED")
    void a_vendor_has_a_model_and_an_address_of_its_own(Vendor vendor) {
        ModelConfig config = config(vendor, Wire.KEY, "");

        assertFalse(config.model().isBlank());
        assertEquals("https", vendor == Vendor.OLLAMA ? "https" : URI.create(config.endpoint()).getScheme());
    }

    @Test
    void a_slash_at_the_end_of_an_address_does_not_matter() {
        assertEquals("http://127.0.0.1:8000/v1", config(Vendor.OPENAI, "", "http://127.0.0.1:8000/v1/").endpoint());
    }

    @ParameterizedTest @ValueSource(
            strings = {"ftp://models.example/v1", "models.example", "/v1", "http:///v1", "http://user:pw@models.example/v1",
                "http://models.example/v1?key=hunter2", "http://models.example/v1#hunter2", "mailto:hunter2@models.example"})
    void an_address_that_is_none_is_refused_without_repeating_it(String address) {
        InvalidModelConfig invalid = assertThrows(InvalidModelConfig.class, () -> config(Vendor.OLLAMA, "", address));

        assertEquals("model \"main\": base-url is not http(s)://host/path without query", invalid.getMessage());
    }

    @ParameterizedTest @ValueSource(strings = {"hunter 2", "hunter\n2", "hünter2", "hunter\u007f2"})
    void a_key_that_no_header_can_carry_is_refused_without_repeating_it(String key) {
        InvalidModelConfig invalid = assertThrows(InvalidModelConfig.class, () -> config(Vendor.GEMINI, key, ""));

        assertEquals("model \"main\": api-key is not plain ASCII without blanks", invalid.getMessage());
    }

    @Test
    void a_line_end_around_a_key_is_dropped() {
        assertEquals(Optional.of(new Secret(Wire.KEY)), config(Vendor.GEMINI, Wire.KEY + "\n", "").apiKey());
    }

    @Test
    void blank_settings_count_as_absent() {
        ModelConfig config = new ModelConfig(
                "main",
                Vendor.OLLAMA,
                Optional.of(" "),
                Optional.of(new Secret("")),
                Optional.empty(),
                ModelConfig.DEFAULT_TIMEOUT,
                1,
                false,
                Optional.empty());

        assertEquals("gemma3", config.model());
        assertEquals(Optional.empty(), config.apiKey());
    }

    @Test
    void limits_are_positive() {
        assertEquals("timeout", assertThrows(InvalidModelConfig.class, () -> limits(Duration.ZERO, 1)).setting());
        assertEquals("max-output-tokens", assertThrows(InvalidModelConfig.class, () -> limits(Duration.ofSeconds(1), 0)).setting());
    }

    @Test
    void a_model_has_a_name() {
        assertEquals("name", assertThrows(InvalidModelConfig.class, () -> ModelConfig.scripted(" ")).setting());
    }

    @Test
    void it_does_not_print_the_key() {
        assertFalse(config(Vendor.GEMINI, Wire.KEY, "").toString().contains(Wire.KEY));
    }

    private static ModelConfig limits(Duration timeout, int tokens) {
        return new ModelConfig(
                "main",
                Vendor.OLLAMA,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                timeout,
                tokens,
                false,
                Optional.empty());
    }

    private static ModelConfig config(Vendor vendor, String key, String baseUrl) {
        return new ModelConfig(
                "main",
                vendor,
                Optional.empty(),
                Optional.of(new Secret(key)),
                Optional.of(baseUrl)
                        .filter(url -> !url.isEmpty())
                        .map(
                                URI::create),
                ModelConfig.DEFAULT_TIMEOUT,
                ModelConfig.DEFAULT_MAX_OUTPUT_TOKENS,
                false,
                Optional.empty());
    }
}
