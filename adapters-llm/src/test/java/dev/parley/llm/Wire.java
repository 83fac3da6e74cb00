package dev.parley.llm;

import dev.parley.ports.Secret;
import dev.parley.ports.conversation.Role;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.model.ModelRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Each vendor as it looks from the wire. */
enum Wire {
    OPENAI(Vendor.OPENAI, "/v1", "/v1/chat/completions", """
            {"id":"chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT","object":"chat.completion","created":1741569952,"model":"gpt-6-luna",
             "choices":[{"index":0,"message":{"role":"assistant","content":"TEXT","refusal":null,"annotations":[]},
             "logprobs":null,"finish_reason":"stop"}],
             "usage":{"prompt_tokens":19,"completion_tokens":10,"total_tokens":29,
             "prompt_tokens_details":{"cached_tokens":0,"audio_tokens":0},
             "completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0,"accepted_prediction_tokens":0,"rejected_prediction_tokens":0}},
             "service_tier":"default","system_fingerprint":"fp_b376dfbbd5"}"""),
    ANTHROPIC(Vendor.ANTHROPIC, "/v1", "/v1/messages", """
            {"id":"msg_01XFDUDYJgAACzvnptvVoYEL","type":"message","role":"assistant","model":"claude-haiku-5-5",
             "content":[{"type":"text","text":"TEXT"}],"stop_reason":"end_turn","stop_sequence":null,
             "usage":{"input_tokens":19,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,
             "cache_creation":{"ephemeral_5m_input_tokens":0,"ephemeral_1h_input_tokens":0},
             "output_tokens":10,"service_tier":"standard"}}"""),
    OLLAMA(Vendor.OLLAMA, "", "/api/chat", """
            {"model":"gemma3","created_at":"2026-10-04T19:22:45.499127Z","message":{"role":"assistant","content":"TEXT"},
             "done_reason":"stop","done":true,"total_duration":4883583458,"load_duration":1334875,"prompt_eval_count":19,
             "prompt_eval_duration":342546000,"eval_count":10,"eval_duration":4535599000}"""),
    GEMINI(Vendor.GEMINI, "/v1beta", "/v1beta/models/gemini-3.5-flash-lite:generateContent", """
            {"candidates":[{"content":{"parts":[{"text":"TEXT"}],"role":"model"},"finishReason":"STOP","index":0,"avgLogprobs":-0.01}],
             "usageMetadata":{"promptTokenCount":19,"candidatesTokenCount":10,"totalTokenCount":29,
             "promptTokensDetails":[{"modality":"TEXT","tokenCount":19}]},
             "modelVersion":"gemini-3.5-flash-lite","responseId":"wHIUaZ-2FbqRxN8P4s6l2Ao"}""");

    static final String KEY = "sk-test-0123456789abcdef";

    private final Vendor vendor;
    private final String base;
    private final String path;
    private final String answer;

    Wire(Vendor vendor, String base, String path, String answer) {
        this.vendor = vendor;
        this.base = base;
        this.path = path;
        this.answer = answer;
    }

    /** Where a request is to arrive. */
    String path() {
        return path;
    }

    /** What it answers when all is well. */
    String answer(String text) {
        return answer.replace("TEXT", text);
    }

    ModelConfig config(int port, Duration timeout) {
        return new ModelConfig(
                "main",
                vendor,
                Optional.empty(),
                Optional.of(new Secret(KEY)),
                Optional.of(
                        URI.create(
                                "http://127.0.0.1:" + port
                                        + base)),
                timeout,
                300,
                false,
                Optional.empty());
    }

    static ModelRequest request(Turn...turns) {
        return new ModelRequest("You are Rosie.", List.of(turns));
    }

    static Turn user(String text) {
        return new Turn(Role.USER, text);
    }

    static Turn assistant(String text) {
        return new Turn(Role.ASSISTANT, text);
    }
}
