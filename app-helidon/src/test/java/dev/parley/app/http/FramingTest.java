package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FramingTest {

    private static final String SMUGGLED = "GET /openapi HTTP/1.1\r\nHost: a\r\n\r\n";

    private final FakeCore core = new FakeCore();
    private final Rig rig = Rig.with(core);

    @AfterEach
    void stop() {
        rig.close();
    }

    static Stream<Arguments> badlyFramed() {
        return Stream.of(
                Arguments.of("two lengths", post("Content-Length: 0\r\nContent-Length: " + SMUGGLED.length()), 400),
                Arguments.of("two equal lengths", post("Content-Length: 0\r\nContent-Length: 0"), 400),
                Arguments.of("a list of lengths", post("Content-Length: 0, 0"), 400),
                Arguments.of("length and chunks", post("Content-Length: 5\r\nTransfer-Encoding: chunked") + "0\r\n\r\n", 400),
                Arguments.of("chunks and length", post("Transfer-Encoding: chunked\r\nContent-Length: 5") + "0\r\n\r\n", 400),
                Arguments.of("negative length", post("Content-Length: -1"), 400),
                Arguments.of("signed length", post("Content-Length: +3") + "abc", 400),
                Arguments.of("hexadecimal length", post("Content-Length: 0x3") + "abc", 400),
                Arguments.of("no length", post("Content-Length: "), 400),
                Arguments.of("huge length", post("Content-Length: 99999999999999999999"), 400),
                Arguments.of("long length", post("Content-Length: 999999999999"), 413),
                Arguments.of("other coding", post("Transfer-Encoding: gzip"), 400),
                Arguments.of("two codings", post("Transfer-Encoding: gzip, chunked") + "0\r\n\r\n", 400),
                Arguments.of("coding in capitals", post("Transfer-Encoding: CHUNKED") + "0\r\n\r\n", 400),
                Arguments.of("coding twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked") + "0\r\n\r\n", 400),
                Arguments.of("hidden coding", post("Transfer-Encoding:\tchunked\r\nContent-Length: 0") + "0\r\n\r\n", 400),
                Arguments.of("space before colon", post("Transfer-Encoding : chunked") + "0\r\n\r\n", 400),
                Arguments.of("folded header", post("X: a\r\n Content-Length: 5"), 400),
                Arguments.of("bare line feed", "POST /webhooks/twilio/inbound HTTP/1.1\nHost: a\n\n", 400),
                Arguments.of("no host", "GET /openapi HTTP/1.1\r\n\r\n", 400),
                Arguments.of("two hosts", "GET /openapi HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
                Arguments.of("whole url", "GET http://a/openapi HTTP/1.1\r\nHost: a\r\n\r\n", 400),
                Arguments.of("opaque url", "GET foo:b%20r HTTP/1.1\r\nHost: a\r\n\r\n", 400),
                Arguments.of("fragment", "GET /openapi#x HTTP/1.1\r\nHost: a\r\n\r\n", 400),
                Arguments.of("compressed", post("Content-Encoding: gzip\r\nContent-Length: 3") + "abc", 415),
                Arguments.of("17 KiB of headers", post("X: " + "a".repeat(17 * 1024)), 400),
                Arguments.of("5 KiB of address", "GET /v1/agents?x=" + "a".repeat(5 * 1024) + " HTTP/1.1\r\nHost: a\r\n\r\n", 414),
                Arguments.of(
                        "30 KiB of address",
                        "GET /webhooks/a/inbound?x=" + "a".repeat(30 * 1024) + " HTTP/1.1\r\nHost: a\r\n\r\n",
                        414));
    }

    @ParameterizedTest(name = "{0}") @MethodSource("badlyFramed")
    void a_request_whose_end_is_unclear_ends_the_connection(String name, String request, int status) {
        try (RawConnection raw = rig.raw()) {
            String answer = raw.send(request + SMUGGLED).everything();
            assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
            assertTrue(answer.contains("\r\nConnection: close\r\n"), answer);
            assertTrue(answer.contains("\r\nContent-Type: application/problem+json\r\n"), answer);
            assertTrue(Pattern.compile("\r\nX-Request-Id: [0-9a-f-]{36}\r\n").matcher(answer).find(), answer);
            assertEquals(1, answers(answer), answer);
        }
    }

    static int answers(String read) {
        return read.split("HTTP/1\\.1 ", -1).length - 1;
    }

    private static String post(String headers) {
        return "POST /webhooks/twilio/inbound HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n\r\n";
    }
}
