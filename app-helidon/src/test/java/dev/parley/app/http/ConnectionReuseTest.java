package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionReuseTest {

    private static final String HOOK = "POST /webhooks/twilio/inbound HTTP/1.1\r\nHost: a\r\n";
    private static final String UNKNOWN = "POST /nowhere HTTP/1.1\r\nHost: a\r\n";
    private static final String NEXT = "GET /nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    private static final Duration LITTLE = Duration.ofSeconds(6);

    private final FakeCore core = new FakeCore();
    private final Rig rig = Rig.with(core);

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void a_connection_serves_many_requests() {
        try (RawConnection raw = rig.raw()) {
            raw.send(HOOK + "Content-Length: 3\r\n\r\nabc").until("<Response/>");
            raw.send(HOOK + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n").until("<Response/>");
            raw.send(UNKNOWN + "Content-Length: 3\r\n\r\nabc").until("\"code\":\"not_found\"");
            raw.send(HOOK + "\r\n").until("<Response/>");
            assertTrue(raw.send(NEXT).everything().contains("HTTP/1.1 404"));
        }
        assertEquals(List.of("abc", "abc", ""), core.hits.stream().map(hit -> hit.request().bodyText()).toList());
    }

    @Test
    void requests_may_follow_each_other_without_waiting() {
        try (RawConnection raw = rig.raw()) {
            String read = raw.send((HOOK + "Content-Length: 3\r\n\r\nabc").repeat(3) + NEXT).everything();
            assertEquals(4, FramingTest.answers(read), read);
        }
    }

    @ParameterizedTest @ValueSource(strings = {"+2\r\nab\r\n0\r\n\r\n", "2;a=b\r\nab\r\n0\r\n\r\n", "0x2\r\nab\r\n0\r\n\r\n",
        "2\r\nabc\r\n0\r\n\r\n",
        "2\r\nabcd0\r\n\r\n", "g\r\n", "\r\n\r\n", "00000000000000000000002\r\nab\r\n0\r\n\r\n", "0\r\nTrailer: x\r\n\r\n", "2\nab\n0\n\n"})
    void a_chunk_that_is_not_what_it_says_ends_the_connection(String chunks) {
        try (RawConnection raw = rig.raw()) {
            String read = raw.send(HOOK + "Transfer-Encoding: chunked\r\n\r\n" + chunks + NEXT).everything();
            assertTrue(read.startsWith("HTTP/1.1 400"), read);
            assertTrue(read.contains("\r\nConnection: close\r\n"), read);
            assertEquals(1, FramingTest.answers(read), read);
        }
        assertTrue(core.hits.isEmpty());
    }

    @ParameterizedTest @ValueSource(
            strings = {UNKNOWN, HOOK, "POST /v1/messages HTTP/1.1\r\nHost: a\r\n", "DELETE /openapi HTTP/1.1\r\nHost: a\r\n"})
    void a_body_nobody_read_is_never_the_next_request(String start) {
        try (RawConnection raw = rig.raw()) {
            String read = raw.send(start + "Connection: close\r\nContent-Length: " + NEXT.length() + "\r\n\r\n" + NEXT).everything();
            assertEquals(1, FramingTest.answers(read), read);
        }
    }

    @ParameterizedTest @ValueSource(strings = {UNKNOWN, "POST /v1/messages HTTP/1.1\r\nHost: a\r\n"})
    void a_body_that_was_to_be_asked_for_is_never_the_next_request(String start) {
        try (RawConnection raw = rig.raw()) {
            String read = raw.send(start + "Expect: 100-continue\r\nContent-Length: " + NEXT.length() + "\r\n\r\n").until("\r\n\r\n");
            assertTrue(read.contains("\r\nConnection: close\r\n"), read);
            raw.send(NEXT);
            assertEquals(0, FramingTest.answers(raw.everything()));
        }
    }

    @Test
    void a_body_that_is_wanted_is_asked_for() {
        try (RawConnection raw = rig.raw()) {
            raw.send(HOOK + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n").until("HTTP/1.1 100 Continue\r\n\r\n");
            raw.send("abc").until("<Response/>");
        }
    }

    @Test
    void a_body_that_ends_early_is_refused() {
        try (RawConnection raw = rig.raw()) {
            String read = raw.send(HOOK + "Content-Length: 5\r\n\r\nabc").finish().everything();
            assertTrue(read.startsWith("HTTP/1.1 400"), read);
        }
        assertTrue(core.hits.isEmpty());
    }

    @Test
    void an_answer_to_head_has_no_body() {
        try (RawConnection raw = rig.raw()) {
            String read = raw.send("HEAD /openapi HTTP/1.1\r\nHost: a\r\n\r\n").until("\r\n\r\n");
            assertTrue(read.startsWith("HTTP/1.1 405"), read);
            assertTrue(raw.send(NEXT).everything().startsWith("HTTP/1.1 404"));
        }
    }

    @ParameterizedTest @ValueSource(strings = {"POST /webhooks/twilio/in", HOOK + "X: ", HOOK + "Content-Length: 3\r\n\r\na",
        HOOK + "Transfer-Encoding: chunked\r\n\r\n2\r\n"})
    void a_request_that_trickles_in_is_given_up_after_ten_seconds(String beginning) {
        try (RawConnection raw = rig.raw()) {
            core.clock.untilLookedAt(() -> raw.send(beginning));
            core.clock.advance(LITTLE);
            core.clock.untilLookedAt(() -> raw.send("b"));
            core.clock.advance(LITTLE);
            String read = raw.send("c").everything();
            assertTrue(read.startsWith("HTTP/1.1 408"), read);
            assertTrue(read.contains("\"code\":\"request_timeout\""), read);
        }
    }

    @Test
    void a_connection_may_rest_between_requests() {
        try (RawConnection raw = rig.raw()) {
            for (int i = 0; i < 3; i++) {
                raw.send(HOOK + "Content-Length: 3\r\n\r\nabc").until("<Response/>");
                core.clock.advance(LITTLE);
            }
        }
    }
}
