package dev.parley.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.model.ModelOutcome;
import dev.parley.ports.model.ModelOutcome.Answered;
import dev.parley.ports.model.ModelOutcome.Failed;
import dev.parley.ports.model.ModelOutcome.Failure;
import dev.parley.ports.model.TokenUsage;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What we make of each vendor's answers. */
class AnswerTest {

    @RegisterExtension
    static final FakeVendor VENDOR = new FakeVendor();

    @ParameterizedTest @EnumSource
    void an_answer_has_its_words_and_its_tokens(Wire wire) {
        assertEquals(
                new Answered("We open at 7 – à bientôt 👋", new TokenUsage(19, 10)),
                ask(wire, wire.answer("We open at 7 – à bientôt 👋")));
    }

    @ParameterizedTest @EnumSource
    void an_empty_answer_is_an_answer(Wire wire) {
        assertEquals(new Answered("", new TokenUsage(19, 10)), ask(wire, wire.answer("")));
    }

    @ParameterizedTest @EnumSource
    void an_answer_that_was_cut_off_is_an_answer(Wire wire) {
        String cut =
                wire.answer("We open").replace("\"stop\"", "\"length\"").replace("end_turn", "max_tokens").replace("STOP", "MAX_TOKENS");

        assertEquals(new Answered("We open", new TokenUsage(19, 10)), ask(wire, cut));
    }

    @ParameterizedTest @EnumSource
    void an_answer_of_another_shape_is_no_answer(Wire wire) {
        assertEquals(
                new Failed(
                        Failure.UNAVAILABLE,
                        "its answer makes no sense as one of " + wire.name().toLowerCase(Locale.ROOT),
                        Optional.empty()),
                ask(wire, "[\"what?\"]"));
    }

    @Test
    void openai_may_leave_out_the_words_and_the_tokens() {
        assertEquals(new Answered("", TokenUsage.NONE), ask(Wire.OPENAI, """
                {"id":"1","object":"chat.completion","model":"local","choices":[{"index":0,"message":{"role":"assistant","content":null},
                "finish_reason":"length"}]}"""));
    }

    @Test
    void anthropic_may_leave_out_the_words() {
        assertEquals(new Answered("", new TokenUsage(19, 1)), ask(Wire.ANTHROPIC, """
                {"id":"msg_1","type":"message","role":"assistant","model":"claude-haiku-5-5","content":[],"stop_reason":"refusal",
                "stop_sequence":null,"usage":{"input_tokens":19,"output_tokens":1}}"""));
    }

    @Test
    void anthropic_may_think_first() {
        assertEquals(new Answered("We open at 7.", new TokenUsage(19, 80)), ask(Wire.ANTHROPIC, """
                {"id":"msg_1","type":"message","role":"assistant","model":"claude-haiku-5-5","content":[
                {"type":"thinking","thinking":"They ask when.","signature":"c2ln"},{"type":"text","text":"We open at 7."}],
                "stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":19,"output_tokens":80}}"""));
    }

    @Test
    void gemini_may_spend_everything_on_thinking() {
        assertEquals(
                new Answered("", new TokenUsage(19, 300)),
                ask(
                        Wire.GEMINI,
                        """
                {"candidates":[{"content":{"role":"model"},"finishReason":"MAX_TOKENS","index":0}],
                "usageMetadata":{"promptTokenCount":19,"totalTokenCount":319,"thoughtsTokenCount":300},"modelVersion":"gemini-3.5-flash-lite"}"""));
    }

    @Test
    void openai_may_filter_an_answer() {
        assertEquals(filtered(), ask(Wire.OPENAI, Wire.OPENAI.answer("").replace("\"stop\"", "\"content_filter\"")));
    }

    @Test
    void openai_may_decline() {
        assertEquals(filtered(), ask(Wire.OPENAI, Wire.OPENAI.answer("").replace("\"refusal\":null", "\"refusal\":\"I can't say that.\"")));
    }

    @Test
    void gemini_may_filter_an_answer() {
        assertEquals(filtered(), ask(Wire.GEMINI, """
                {"candidates":[{"finishReason":"SAFETY","index":0,"safetyRatings":[{"category":"HARM_CATEGORY_HARASSMENT","probability":"HIGH"}]}],
                "usageMetadata":{"promptTokenCount":19,"totalTokenCount":19},"modelVersion":"gemini-3.5-flash-lite"}"""));
    }

    @Test
    void gemini_may_block_the_prompt() {
        assertEquals(new Failed(Failure.REFUSED, "HTTP 200 PROHIBITED_CONTENT", Optional.empty()), ask(Wire.GEMINI, """
                {"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"},"usageMetadata":{"promptTokenCount":19,"totalTokenCount":19},
                "modelVersion":"gemini-3.5-flash-lite"}"""));
    }

    private static Failed filtered() {
        return new Failed(Failure.REFUSED, "its content filter stopped the answer", Optional.empty());
    }

    private ModelOutcome ask(Wire wire, String answer) {
        return VENDOR.answering(wire, answer)
                .models(wire, FakeVendor.PATIENT)
                .complete("main", Wire.request(Wire.user("When do you open?")));
    }
}
