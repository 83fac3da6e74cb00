package dev.parley.llm;

import dev.parley.ports.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * One language model as the operator configured it. Immutable; does not print the key.
 *
 * @param name what agents call it, not blank
 * @param vendor whose it is
 * @param modelName the vendor's name for it; a blank one counts as absent, and then a small current model of the vendor is taken
 * @param apiKey what the vendor charges; a blank one counts as absent
 * @param baseUrl where the vendor's API is, as the vendor's own clients take it: {@code …/v1} for OpenAI and Anthropic, the
 *                root for Ollama, {@code …/v1beta} for Gemini; without it the vendor's own address
 * @param timeout how long a whole call may take, from the first byte out to the last byte in
 * @param maxOutputTokens where the vendor cuts an answer off, tokens spent on reasoning included
 * @param strictTurns whether a server insists on user and assistant taking turns, as some chat templates behind
 *                    OpenAI-compatible servers do; Anthropic and Gemini always get it
 * @param fallback the name of the model that is asked when this one fails or answers nothing usable
 */
public record ModelConfig(
        String name,
        Vendor vendor,
        Optional<String> modelName,
        Optional<Secret> apiKey,
        Optional<URI> baseUrl,
        Duration timeout,
        int maxOutputTokens,
        boolean strictTurns,
        Optional<String> fallback) {

    /** Short enough that a reply can still be sent while its lease of thirty seconds lasts. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(20);

    /** Many times the length of a text, because models that reason spend most of it before the first word. */
    public static final int DEFAULT_MAX_OUTPUT_TOKENS = 2048;

    /**
     * Checks everything that can be checked without asking the vendor.
     *
     * @throws InvalidModelConfig when the model could not work like this
     */
    public ModelConfig {
        modelName = modelName.map(String::strip).filter(text -> !text.isEmpty());
        apiKey = apiKey.map(Secret::reveal).map(String::strip).filter(key -> !key.isEmpty()).map(Secret::new);
        require(!name.isBlank(), name, "name", "is missing");
        require(modelName.orElse("").chars().noneMatch(Character::isWhitespace), name, "model-name", "has a blank inside");
        require(
                apiKey.isPresent() || !vendor.needsKey(baseUrl.isPresent()),
                name,
                "api-key",
                "is missing: " + vendor.word()
                        + " needs one");
        require(
                apiKey.map(Secret::reveal).orElse("").chars().allMatch(c -> c > ' ' && c < 127),
                name,
                "api-key",
                "is not plain ASCII without blanks");
        require(baseUrl.map(ModelConfig::isBase).orElse(true), name, "base-url", "is not http(s)://host/path without query");
        require(timeout.isPositive(), name, "timeout", "is not positive");
        require(maxOutputTokens > 0, name, "max-output-tokens", "is not positive");
    }

    /** The rehearsal model under that name, which needs nothing else. */
    public static ModelConfig scripted(String name) {
        return new ModelConfig(
                name,
                Vendor.SCRIPTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DEFAULT_TIMEOUT,
                DEFAULT_MAX_OUTPUT_TOKENS,
                false,
                Optional.empty());
    }

    /** The same with a model that is asked when this one fails. */
    public ModelConfig fallingBackTo(String other) {
        return new ModelConfig(
                name,
                vendor,
                modelName,
                apiKey,
                baseUrl,
                timeout,
                maxOutputTokens,
                strictTurns,
                Optional.of(other));
    }

    String model() {
        return modelName.orElseGet(vendor::defaultModel);
    }

    /** Without the slash at its end, which one of the clients would double. */
    String endpoint() {
        String url = baseUrl.orElseGet(vendor::defaultBaseUrl).toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    boolean alternates() {
        return strictTurns || vendor.needsAlternation();
    }

    private static boolean isBase(URI url) {
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        return web && url.getHost() != null && url.getUserInfo() == null && url.getQuery() == null && url.getFragment() == null;
    }

    private static void require(boolean condition, String model, String setting, String problem) {
        if (!condition) {
            throw new InvalidModelConfig(model, setting, problem);
        }
    }
}
