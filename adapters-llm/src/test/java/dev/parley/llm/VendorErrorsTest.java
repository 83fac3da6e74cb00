package dev.parley.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.model.ModelOutcome.Failed;
import dev.parley.ports.model.ModelOutcome.Failure;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Errors as the vendors really word them. */
class VendorErrorsTest {

    @RegisterExtension
    static final FakeVendor VENDOR = new FakeVendor();

    @Test
    void openai_does_not_know_the_key() {
        assertEquals(
                failed(Failure.AUTH, "HTTP 401 invalid_api_key: Incorrect API key provided: .... You can find your API key at …"),
                ask(
                        Wire.OPENAI,
                        status(401).withBody("""
                        {"error":{"message":"Incorrect API key provided: %s. You can find your API key at …",
                        "type":"invalid_request_error","param":null,"code":"invalid_api_key"}}""".formatted(Wire.KEY))));
    }

    @Test
    void openai_has_no_credit() {
        assertEquals(
                failed(Failure.AUTH, "HTTP 429 insufficient_quota: You exceeded your current quota."),
                ask(
                        Wire.OPENAI,
                        status(429).withBody(
                                """
                {"error":{"message":"You exceeded your current quota.","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}""")));
    }

    @Test
    void openai_is_asked_too_much() {
        assertEquals(
                new Failed(
                        Failure.RATE_LIMITED,
                        "HTTP 429 rate_limit_exceeded: Rate limit reached for gpt-6-luna",
                        Optional.of(
                                Duration.ofSeconds(
                                        7))),
                ask(
                        Wire.OPENAI,
                        status(429).withHeader("Retry-After", "7")
                                .withBody(
                                        """
                        {"error":{"message":"Rate limit reached for gpt-6-luna","type":"requests","param":null,"code":"rate_limit_exceeded"}}""")));
    }

    @Test
    void openai_does_not_know_the_model() {
        assertEquals(
                failed(Failure.REFUSED, "HTTP 404 model_not_found: The model `gpt-0` does not exist"),
                ask(
                        Wire.OPENAI,
                        status(404).withBody(
                                """
                {"error":{"message":"The model `gpt-0` does not exist","type":"invalid_request_error","param":null,"code":"model_not_found"}}""")));
    }

    @Test
    void anthropic_is_overloaded() {
        assertEquals(
                failed(Failure.UNAVAILABLE, "HTTP 529 overloaded_error: Overloaded"),
                ask(
                        Wire.ANTHROPIC,
                        status(529).withBody(
                                """
                {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_011CSHoEeqs5C35K2UUqR7Fy"}""")));
    }

    @Test
    void anthropic_has_no_credit() {
        assertEquals(
                failed(Failure.AUTH, "HTTP 400 invalid_request_error: Your credit balance is too low to access the Anthropic API."),
                ask(
                        Wire.ANTHROPIC,
                        status(400).withBody("""
                        {"type":"error","error":{"type":"invalid_request_error",
                        "message":"Your credit balance is too low to access the Anthropic API."},"request_id":"req_1"}""")));
    }

    @Test
    void anthropic_is_asked_too_much() {
        assertEquals(
                new Failed(
                        Failure.RATE_LIMITED,
                        "HTTP 429 rate_limit_error: Number of requests has exceeded your rate limit",
                        Optional.of(
                                Duration
                                        .ofSeconds(38))),
                ask(
                        Wire.ANTHROPIC,
                        status(429).withHeader("retry-after", "38")
                                .withBody(
                                        """
                        {"type":"error","error":{"type":"rate_limit_error","message":"Number of requests has exceeded your rate limit"}}""")));
    }

    @Test
    void gemini_does_not_know_the_key() {
        assertEquals(
                failed(Failure.AUTH, "HTTP 400 INVALID_ARGUMENT: API key not valid. Please pass a valid API key."),
                ask(
                        Wire.GEMINI,
                        status(400)
                                .withBody("""
                        {"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT","details":[
                        {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID","domain":"googleapis.com"}]}}""")));
    }

    @Test
    void gemini_is_asked_too_much() {
        assertEquals(
                new Failed(
                        Failure.RATE_LIMITED,
                        "HTTP 429 RESOURCE_EXHAUSTED: You exceeded your current quota.",
                        Optional.of(
                                Duration.ofMillis(
                                        34_075))),
                ask(Wire.GEMINI, status(429).withBody("""
                        {"error":{"code":429,"message":"You exceeded your current quota.","status":"RESOURCE_EXHAUSTED","details":[
                        {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.074824224s"}]}}""")));
    }

    @Test
    void ollama_does_not_have_the_model() {
        assertEquals(failed(Failure.REFUSED, "HTTP 404 model 'gemma3' not found"), ask(Wire.OLLAMA, status(404).withBody("""
                {"error":"model 'gemma3' not found"}""")));
    }

    @Test
    void a_page_of_a_proxy_says_nothing() {
        assertEquals(failed(Failure.UNAVAILABLE, "HTTP 502"), ask(Wire.OPENAI, status(502).withBody("<html><h1>Bad gateway</h1></html>")));
    }

    @Test
    void a_time_to_come_back_may_be_a_date() {
        assertEquals(
                Optional.of(Duration.ofSeconds(90)),
                ask(
                        Wire.OPENAI,
                        status(503).withHeader("Date", "Sun, 04 Oct 2026 10:00:00 GMT")
                                .withHeader(
                                        "Retry-After",
                                        "Sun, 04 Oct 2026 10:01:30 GMT"))
                        .retryAfter());
    }

    @Test
    void a_time_to_come_back_that_is_none_is_not_minded() {
        assertEquals(Optional.empty(), ask(Wire.OPENAI, status(503).withHeader("Retry-After", "soon")).retryAfter());
    }

    @Test
    void what_an_error_repeats_of_a_text_is_left_out() {
        assertEquals(
                failed(Failure.REFUSED, "HTTP 400 invalid_request_error: cannot read '...' from '...'"),
                ask(
                        Wire.ANTHROPIC,
                        status(400).withBody("""
                {"type":"error","error":{"type":"invalid_request_error",
                "message":"cannot read 'my number is +14155550100' from 'You are Rosie.'"}}"""),
                        Wire.user("Hello, my number is +14155550100, call me")));
    }

    @Test
    void an_endless_message_is_cut_off() {
        assertEquals(
                "HTTP 400 ".length() + 300,
                ask(Wire.OLLAMA, status(400).withBody("{\"error\":\"" + "x".repeat(5000) + "\"}")).detail().length());
    }

    private static Failed failed(Failure failure, String detail) {
        return new Failed(failure, detail, Optional.empty());
    }

    private static Failed ask(Wire wire, ResponseDefinitionBuilder answer, Turn...turns) {
        return (Failed) VENDOR.answering(wire, answer).models(wire, FakeVendor.PATIENT).complete("main", Wire.request(turns));
    }
}
