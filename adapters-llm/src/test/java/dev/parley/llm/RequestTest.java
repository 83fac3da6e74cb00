package dev.parley.llm;

import static dev.parley.llm.Wire.assistant;
import static dev.parley.llm.Wire.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.parley.ports.model.ModelRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What leaves for each vendor, byte for byte where it matters. */
class RequestTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Said by us first, then by the contact twice in a row. */
    private static final ModelRequest REMINDER =
            Wire.request(assistant("Your cleaning is tomorrow."), user("Can I move it?"), user("To Friday"));

    @RegisterExtension
    static final FakeVendor VENDOR = new FakeVendor();

    @Test
    void openai_gets_the_prompt_as_system_message_and_the_turns_as_they_are() {
        LoggedRequest sent = send(Wire.OPENAI, REMINDER);

        assertEquals("Bearer " + Wire.KEY, sent.getHeader("Authorization"));
        assertEquals(json("""
                {"model":"gpt-6-luna","max_tokens":300,"stream":false,"messages":[
                {"role":"system","content":"You are Rosie."},
                {"role":"assistant","content":"Your cleaning is tomorrow."},
                {"role":"user","content":"Can I move it?"},
                {"role":"user","content":"To Friday"}]}"""), json(sent.getBodyAsString()));
    }

    @Test
    void anthropic_gets_the_prompt_apart_and_turns_that_alternate_from_the_user_on() {
        LoggedRequest sent = send(Wire.ANTHROPIC, REMINDER);

        assertEquals(Wire.KEY, sent.getHeader("x-api-key"));
        assertEquals("2023-06-01", sent.getHeader("anthropic-version"));
        assertEquals(json("""
                {"model":"claude-haiku-5-5","max_tokens":300,"stream":false,
                "system":[{"type":"text","text":"You are Rosie."}],"messages":[
                {"role":"user","content":[{"type":"text","text":"[The first text is ours.]"}]},
                {"role":"assistant","content":[{"type":"text","text":"Your cleaning is tomorrow."}]},
                {"role":"user","content":[{"type":"text","text":"Can I move it?\\nTo Friday"}]}]}"""), json(sent.getBodyAsString()));
    }

    @Test
    void gemini_gets_the_prompt_as_instruction_and_turns_that_alternate_from_the_user_on() {
        LoggedRequest sent = send(Wire.GEMINI, REMINDER);

        assertEquals(Wire.KEY, sent.getHeader("x-goog-api-key"));
        JsonNode body = json(sent.getBodyAsString());
        assertEquals("You are Rosie.", body.at("/systemInstruction/parts/0/text").asText());
        assertEquals(300, body.at("/generationConfig/maxOutputTokens").asInt());
        assertEquals(json("""
                [{"role":"user","parts":[{"text":"[The first text is ours.]"}]},
                {"role":"model","parts":[{"text":"Your cleaning is tomorrow."}]},
                {"role":"user","parts":[{"text":"Can I move it?\\nTo Friday"}]}]"""), body.path("contents"));
    }

    @Test
    void ollama_gets_the_prompt_as_system_message_and_the_turns_as_they_are() {
        LoggedRequest sent = send(Wire.OLLAMA, REMINDER);

        assertEquals("Bearer " + Wire.KEY, sent.getHeader("Authorization"));
        JsonNode body = json(sent.getBodyAsString());
        assertEquals("gemma3", body.path("model").asText());
        assertFalse(body.path("stream").asBoolean(true));
        assertEquals(300, body.at("/options/num_predict").asInt());
        assertEquals(
                List.of("system: You are Rosie.", "assistant: Your cleaning is tomorrow.", "user: Can I move it?", "user: To Friday"),
                body.path("messages").valueStream().map(m -> m.path("role").asText() + ": " + m.path("content").asText()).toList());
    }

    private LoggedRequest send(Wire wire, ModelRequest request) {
        VENDOR.answering(wire, wire.answer("Sure.")).models(wire, FakeVendor.PATIENT).complete("main", request);
        return VENDOR.requests().getFirst();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
