package dev.parley.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.parley.ports.model.ModelOutcome;
import dev.parley.ports.model.ModelOutcome.Answered;
import dev.parley.ports.model.ModelOutcome.Failed;
import dev.parley.ports.model.ModelOutcome.Failure;
import dev.parley.ports.model.ModelRequest;
import dev.parley.ports.model.TokenUsage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A model behind a vendor's API.
 *
 * @param config what the operator said about it
 * @param client the library's client for it
 */
record VendorModel(ModelConfig config, ChatModel client) {

    private static final Failed FILTERED = failed(Failure.REFUSED, "its content filter stopped the answer");

    static VendorModel of(ModelConfig config) {
        return new VendorModel(config, VendorClients.client(config, OneShotHttpClient.builder(config.timeout())));
    }

    ModelOutcome complete(ModelRequest request) {
        List<ChatMessage> messages = Messages.of(request, config.alternates());
        try {
            return outcome(client.chat(messages));
        } catch (RuntimeException thrown) {
            // The library answers an answer that it does not understand with whatever exception comes up, and some quote the body.
            return failure(thrown, request);
        }
    }

    private Failed failure(RuntimeException thrown, ModelRequest request) {
        // On a thread that was interrupted the library wraps what it caught.
        return switch (Objects.requireNonNullElse(thrown.getCause(), thrown)) {
            case CallFailed failed -> Redaction.of(config, request).apply(failed.outcome());
            case ContentFilteredException _ -> FILTERED;
            default -> failed(Failure.UNAVAILABLE, "its answer makes no sense as one of " + config.vendor().word());
        };
    }

    private static ModelOutcome outcome(ChatResponse response) {
        if (response.finishReason() == FinishReason.CONTENT_FILTER) {
            return FILTERED;
        }
        return new Answered(Optional.ofNullable(response.aiMessage().text()).orElse(""), usage(response));
    }

    /** What is not input was output: Google counts what a model thinks in the total alone. */
    private static TokenUsage usage(ChatResponse response) {
        var usage = Optional.ofNullable(response.tokenUsage());
        int input = usage.map(u -> u.inputTokenCount()).orElse(0);
        int output = usage.map(u -> u.outputTokenCount()).orElse(0);
        int total = usage.map(u -> u.totalTokenCount()).orElse(0);
        return new TokenUsage(input, Math.max(output, total - input));
    }

    private static Failed failed(Failure failure, String detail) {
        return new Failed(failure, detail, Optional.empty());
    }
}
