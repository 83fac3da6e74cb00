package dev.parley.llm;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whose models can be configured, and what we assume of each when the operator does not say. */
public enum Vendor {
    /** Our own rehearsal model: no account, no network, no intelligence. */
    SCRIPTED("scripted", "", "", false, false),
    /**
     * OpenAI, or any server that speaks its <a href="https://platform.openai.com/docs/api-reference/chat">chat completions
     * API</a>. Such a server may need no key. <a href="https://developers.openai.com/api/docs/models">Models</a>.
     */
    OPENAI("openai", "gpt-6-luna", "https://api.openai.com/v1", true, false),
    /**
     * Anthropic's <a href="https://platform.claude.com/docs/en/api/messages">messages API</a>. A conversation starts and
     * ends with the user. <a href="https://platform.claude.com/docs/en/about-claude/models/overview">Models</a>.
     */
    ANTHROPIC("anthropic", "claude-haiku-5-5", "https://api.anthropic.com/v1", true, true),
    /**
     * Ollama's <a href="https://github.com/ollama/ollama/blob/main/docs/api.md">chat API</a>, on this machine unless told
     * otherwise. <a href="https://ollama.com/library">Models</a>.
     */
    OLLAMA("ollama", "gemma3", "http://localhost:11434", false, false),
    /**
     * Google's <a href="https://ai.google.dev/api/generate-content">Gemini API</a>. A conversation starts and ends with the
     * user. <a href="https://ai.google.dev/gemini-api/docs/models">Models</a>.
     */
    GEMINI("gemini", "gemini-3.5-flash-lite", "https://generativelanguage.googleapis.com/v1beta", true, true);

    private final String word;
    private final String defaultModel;
    private final String defaultBaseUrl;
    private final boolean needsKey;
    private final boolean needsAlternation;

    Vendor(String word, String defaultModel, String defaultBaseUrl, boolean needsKey, boolean needsAlternation) {
        this.word = word;
        this.defaultModel = defaultModel;
        this.defaultBaseUrl = defaultBaseUrl;
        this.needsKey = needsKey;
        this.needsAlternation = needsAlternation;
    }

    /** Reads the word that a configuration uses; empty when it is none of {@link #words()}. */
    public static Optional<Vendor> parse(String word) {
        return Arrays.stream(values()).filter(v -> v.word.equals(word)).findFirst();
    }

    /** All words that a configuration can use. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Vendor::word).toList();
    }

    /** How a configuration names it. */
    public String word() {
        return word;
    }

    String defaultModel() {
        return defaultModel;
    }

    URI defaultBaseUrl() {
        return URI.create(defaultBaseUrl);
    }

    /** Whether it cannot do without a key; a server of one's own that speaks OpenAI's protocol can. */
    boolean needsKey(boolean ownServer) {
        return needsKey && !(this == OPENAI && ownServer);
    }

    /** Whether it refuses two turns of the same role in a row and a conversation that the assistant starts. */
    boolean needsAlternation() {
        return needsAlternation;
    }
}
