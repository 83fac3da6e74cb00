package dev.parley.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.notify.PostOutcome;
import dev.parley.ports.notify.PostOutcome.Answered;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we read out of an answer. */
class AnswerTest {

    private static final String REPLY = "{\"reply\":\"See you at 5 👋\"}";

    @ParameterizedTest @ValueSource(
            strings = {"application/json", "application/json; charset=utf-8", "APPLICATION/JSON", "application/vnd.crm+json", "text/json",
                "text/plain", "text/html; charset=UTF-8", "nonsense"})
    void a_reply_is_found_whatever_its_content_type(String type) throws IOException {
        assertEquals(Optional.of("See you at 5 👋"), answer(200, "Content-Type: " + type + "\r\n", REPLY).reply());
    }

    @Test
    void a_reply_is_found_without_a_content_type_and_beside_other_fields() throws IOException {
        assertEquals(Optional.of("See you at 5 👋"), answer(200, "", REPLY).reply());
        assertEquals(Optional.of("Hi"), answer(202, "", " {\"ok\":true,\"reply\":\"Hi\",\"n\":[1]} \r\n").reply());
    }

    @ParameterizedTest @ValueSource(
            strings = {"", " ", "ok", "null", "true", "[]", "{}", "\"reply\"", "[{\"reply\":\"no\"}]", "{\"reply\":null}", "{\"reply\":7}",
                "{\"reply\":\"\"}", "{\"reply\":\" \\n\"}", "{\"reply\":[\"no\"]}", "{\"reply\":{\"text\":\"no\"}}", "{\"Reply\":\"no\"}",
                "{\"reply\":\"no\"", "{\"reply\":\"no\"} trailing", "{\"reply\":\"no\"}{\"reply\":\"no\"}", "{reply:\"no\"}",
                "{'reply':'no'}", "reply=no", "<reply>no</reply>", "\u0000\u0001\u0002"})
    void anything_else_is_no_reply(String body) throws IOException {
        assertEquals(Optional.empty(), answer(200, "Content-Type: application/json\r\n", body).reply());
    }

    @ParameterizedTest @ValueSource(ints = {301, 400, 410, 429, 500})
    void only_a_2xx_answer_can_reply(int status) throws IOException {
        Answered answer = answer(status, "", REPLY);
        assertEquals(Optional.empty(), answer.reply());
        assertEquals(REPLY, answer.body());
    }

    @Test
    void a_204_has_neither_body_nor_reply() throws IOException {
        assertEquals(new Answered(204, "", Optional.empty(), Optional.empty()), outcome("HTTP/1.1 204 No Content\r\n\r\n" + REPLY));
    }

    @Test
    void the_first_1024_characters_are_shown_and_no_half_one() throws IOException {
        assertEquals("a".repeat(1024), answer(500, "", "a".repeat(5000)).body());
        assertEquals("a".repeat(1023), answer(500, "", "a".repeat(1023) + "👋").body());
        assertEquals("a".repeat(1022) + "👋", answer(500, "", "a".repeat(1022) + "👋👋").body());
    }

    @Test
    void what_cannot_be_shown_is_replaced() throws IOException {
        assertEquals("\ufffdPNG\r\n\t\ufffd", outcome("HTTP/1.1 500 x\r\n\r\n\u0089PNG\r\n\t\u0000").body());
    }

    @ParameterizedTest @CsvSource(
            delimiter = '|', value = {
                "0                             | PT0S",
                "120                           | PT2M",
                " 7                            | PT7S",
                "999999999                     | PT277777H46M39S",
                "Sun, 01 Mar 2026 12:05:00 GMT | PT5M",
                "Sun, 01 Mar 2026 11:55:00 GMT | PT0S"})
    void retry_after_is_read_as_seconds_and_as_a_date(String written, Duration delay) throws IOException {
        assertEquals(Optional.of(delay), answer(429, "Retry-After: " + written + "\r\n", "").retryAfter());
    }

    @ParameterizedTest @ValueSource(
            strings = {"", "-1", "1.5", "soon", "9999999999", "2026-03-01T12:05:00Z", "Mon, 01 Mar 2026 12:05:00 GMT", "5, 6"})
    void a_retry_after_that_says_nothing_is_left_out(String written) throws IOException {
        assertEquals(Optional.empty(), answer(503, "Retry-After: " + written + "\r\n", "").retryAfter());
    }

    @ParameterizedTest @ValueSource(
            strings = {
                "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.0 200 OK\r\n\r\nok",
                "HTTP/1.1 200 OK\nContent-Length: 2\n\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1;x=y\r\nk\r\n0\r\nTrailer: z\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"})
    void every_usual_way_to_say_ok_is_understood(String answer) throws IOException {
        assertEquals(new Answered(200, "ok", Optional.empty(), Optional.empty()), outcome(answer));
    }

    @Test
    void a_status_line_alone_is_an_answer() throws IOException {
        assertEquals(new Answered(200, "", Optional.empty(), Optional.empty()), outcome("HTTP/1.1 200 OK\r\n"));
    }

    @Test
    void of_a_long_answer_the_beginning_counts() throws IOException {
        Answered answer = answer(200, "", "{\"reply\":\"" + "a".repeat(16_000) + "\"}");
        assertTrue(answer.reply().isPresent());
        assertEquals(Optional.empty(), answer(200, "", "{\"reply\":\"" + "a".repeat(17_000) + "\"}").reply());
    }

    private static Answered answer(int status, String headers, String body) throws IOException {
        try (var server = RawServer.answering(status, headers, body)) {
            return assertInstanceOf(Answered.class, Webhooks.post(Webhooks.callingLoopback(), Webhooks.url(server)));
        }
    }

    private static Answered outcome(String answer) throws IOException {
        try (var server = RawServer.saying(answer)) {
            PostOutcome outcome = Webhooks.post(Webhooks.callingLoopback(), Webhooks.url(server));
            return assertInstanceOf(Answered.class, outcome);
        }
    }
}
