package dev.parley.llm;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.parley.ports.Secret;
import java.util.Map;
import java.util.Optional;

/** How the library is told about each vendor. Everywhere: one try, no log. */
final class VendorClients {

    private static final int NO_RETRIES = 0;

    /**
     * OpenAI wants {@code max_completion_tokens} and its reasoning models refuse the older {@code max_tokens}; servers that
     * merely speak its protocol often know the older name alone.
     * <a href="https://platform.openai.com/docs/api-reference/chat/create">Reference</a>
     */
    private static final String OPENAI_HOSTS = "(.+\\.)?openai(\\.azure)?\\.com";

    private VendorClients() {}

    static ChatModel client(ModelConfig config, HttpClientBuilder http) {
        return switch (config.vendor()) {
            case OPENAI -> openAi(config, http);
            case ANTHROPIC -> anthropic(config, http);
            case OLLAMA -> ollama(config, http);
            case GEMINI -> gemini(config, http);
            case SCRIPTED -> throw new IllegalArgumentException("the scripted model has no client");
        };
    }

    private static ChatModel openAi(ModelConfig config, HttpClientBuilder http) {
        var builder = OpenAiChatModel.builder().httpClientBuilder(http).baseUrl(config.endpoint()).modelName(config.model());
        key(config).ifPresent(builder::apiKey);
        boolean openAi = config.baseUrl().orElseGet(config.vendor()::defaultBaseUrl).getHost().matches(OPENAI_HOSTS);
        var limited = openAi ? builder.maxCompletionTokens(config.maxOutputTokens()) : builder.maxTokens(config.maxOutputTokens());
        return limited.maxRetries(NO_RETRIES).logRequests(false).logResponses(false).build();
    }

    private static ChatModel anthropic(ModelConfig config, HttpClientBuilder http) {
        return AnthropicChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(config.endpoint())
                .apiKey(key(config).orElseThrow())
                .modelName(config.model())
                .maxTokens(config.maxOutputTokens())
                .maxRetries(NO_RETRIES)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    private static ChatModel ollama(ModelConfig config, HttpClientBuilder http) {
        return OllamaChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(config.endpoint())
                .customHeaders(key(config).map(key -> Map.of("Authorization", "Bearer " + key)).orElse(Map.of()))
                .modelName(config.model())
                .numPredict(config.maxOutputTokens())
                .maxRetries(NO_RETRIES)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    private static ChatModel gemini(ModelConfig config, HttpClientBuilder http) {
        return GoogleAiGeminiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(config.endpoint())
                .apiKey(key(config).orElseThrow())
                .modelName(config.model())
                .maxOutputTokens(config.maxOutputTokens())
                .maxRetries(NO_RETRIES)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    private static Optional<String> key(ModelConfig config) {
        return config.apiKey().map(Secret::reveal);
    }
}
