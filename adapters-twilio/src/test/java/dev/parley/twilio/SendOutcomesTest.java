package dev.parley.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SendOutcome.Ambiguous;
import dev.parley.ports.spi.SendOutcome.Refused;
import dev.parley.ports.spi.SendOutcome.Throttled;
import dev.parley.ports.spi.SendOutcome.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever Twilio answers, it was asked once; and only what it surely has not taken may be tried again. */
final class SendOutcomesTest {

    @RegisterExtension
    static final WireMockExtension SERVER = FakeTwilio.extension();

    private final FakeTwilio twilio = new FakeTwilio(SERVER);

    private static String refusal(int code) {
        return "{\"code\": %d, \"message\": \"No.\", \"more_info\": \"https://www.twilio.com/docs/errors/%1$d\", \"status\": 400}"
                .formatted(
                        code);
    }

    @ParameterizedTest @CsvSource({"400, 21211, RECIPIENT_INVALID", "400, 21610, OPTED_OUT", "401, 20003, PROVIDER_AUTH",
        "400, 99999, REQUEST_INVALID",
        "404, 20404, PROVIDER_AUTH"})
    void a_refusal_has_its_reason(int status, int code, Reason reason) {
        twilio.answers(aResponse().withStatus(status).withBody(refusal(code)));
        Refused refused = twilio.sendOnce(Refused.class);
        assertEquals(reason, refused.error().reason());
        assertEquals(String.valueOf(code), refused.error().code());
        assertTrue(refused.error().text().startsWith("No. "), refused.error().text());
    }

    @Test
    void a_redirect_is_refused_and_not_followed() {
        twilio.answers(aResponse().withStatus(307).withHeader("Location", twilio.base() + "/elsewhere"));
        assertEquals("307", twilio.sendOnce(Refused.class).error().code());
    }

    @ParameterizedTest @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999"})
    void an_odd_retry_after_says_nothing(String retryAfter) {
        twilio.answers(aResponse().withStatus(429).withHeader("Retry-After", retryAfter));
        assertEquals(Optional.empty(), twilio.sendOnce(Throttled.class).retryAfter());
    }

    @Test
    void a_full_queue_is_throttling_by_another_name() {
        twilio.answers(aResponse().withStatus(400).withBody(refusal(21611)));
        assertEquals("21611", twilio.sendOnce(Throttled.class).error().code());
    }

    @Test
    void what_twilio_takes_and_calls_failed_has_failed() {
        twilio.answers(
                aResponse().withStatus(201)
                        .withBody(
                                FakeTwilio.CREATED.replace("\"queued\"", "\"failed\"")
                                        .replace("\"error_code\": null", "\"error_code\": 21610")));
        Refused refused = twilio.sendOnce(Refused.class);
        assertEquals(Reason.OPTED_OUT, refused.error().reason());
        assertEquals("21610", refused.error().code());
    }

    @ParameterizedTest @ValueSource(ints = {408, 500, 502, 503, 504})
    void nobody_knows_what_a_failing_server_did(int status) {
        twilio.answers(aResponse().withStatus(status).withHeader("Retry-After", "1").withBody("<html>Oops</html>"));
        Ambiguous ambiguous = twilio.sendOnce(Ambiguous.class);
        assertTrue(ambiguous.detail().contains(String.valueOf(status)), ambiguous.detail());
    }

    @ParameterizedTest @ValueSource(strings = {"", "null", "{}", "[]", "{\"sid\":null}", "{\"sid\":\" \"}", "<html>Welcome</html>",
        "{\"sid\":\"SM1\"", "garbage"})
    void nobody_knows_what_an_unreadable_success_means(String body) {
        twilio.answers(aResponse().withStatus(201).withBody(body));
        twilio.sendOnce(Ambiguous.class);
    }

    @Test
    void an_answer_without_end_is_not_read_to_its_end() {
        twilio.answers(aResponse().withStatus(201).withBody(FakeTwilio.CREATED + " ".repeat(1_000_000)));
        twilio.sendOnce(Ambiguous.class);
    }

    @ParameterizedTest @EnumSource(Fault.class)
    void nobody_knows_what_came_of_a_broken_connection(Fault fault) {
        twilio.answers(aResponse().withStatus(201).withBody(FakeTwilio.CREATED).withFault(fault));
        twilio.sendOnce(Ambiguous.class);
    }

    @Test
    void nobody_knows_what_came_of_a_silent_server() {
        twilio.answers(aResponse().withStatus(201).withBody(FakeTwilio.CREATED).withFixedDelay(4_000));
        assertInstanceOf(Ambiguous.class, FakeTwilio.sendImpatiently(twilio.base()));
        twilio.theOnlyRequest();
    }

    @Test
    void a_dribbled_answer_does_not_outlast_the_deadline() {
        twilio.answers(aResponse().withStatus(201).withBody(FakeTwilio.CREATED).withChunkedDribbleDelay(20, 5_000));
        long begun = System.nanoTime();
        assertInstanceOf(Ambiguous.class, FakeTwilio.sendImpatiently(twilio.base()));
        twilio.theOnlyRequest();
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).toMillis() < 4_000);
    }

    @Test
    void an_interrupted_wait_stays_interrupted() throws InterruptedException, IOException {
        List<SendOutcome> outcomes = new ArrayList<>();
        List<Boolean> interrupted = new ArrayList<>();
        // A server of its own: a request that is given up may reach it late, and would be counted by the next test.
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI base = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            Thread sending = Thread.ofVirtual().start(() -> {
                Thread.currentThread().interrupt();
                outcomes.add(FakeTwilio.send(base, FakeTwilio.account(), FakeTwilio.text("Hello")));
                interrupted.add(Thread.interrupted());
            });
            sending.join();
        }
        assertInstanceOf(Ambiguous.class, outcomes.getFirst());
        assertEquals(List.of(true), interrupted);
    }

    @Test
    void an_unknown_name_is_unavailable() {
        // A label of 64 characters: the resolver knows without asking anybody that there is none.
        assertUnavailable(URI.create("http://" + "a".repeat(64) + ".test"));
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_unavailable() {
        assertUnavailable(URI.create("https://127.0.0.1:" + SERVER.getHttpsPort()));
    }

    @Test
    void a_server_that_speaks_no_tls_is_unavailable() {
        assertUnavailable(URI.create("https://127.0.0.1:" + SERVER.getPort()));
    }

    @Test
    void a_server_that_accepts_no_connection_is_unavailable() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<SocketChannel> waiting = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(busy.getLocalSocketAddress());
                waiting.add(channel);
            }
            assertInstanceOf(Unavailable.class, FakeTwilio.sendImpatiently(URI.create("http://127.0.0.1:" + busy.getLocalPort())));
            for (SocketChannel channel : waiting) {
                channel.close();
            }
        }
    }

    private void assertUnavailable(URI base) {
        SendOutcome outcome = FakeTwilio.send(base, FakeTwilio.account(), FakeTwilio.text("Hello"));
        Unavailable unavailable = assertInstanceOf(Unavailable.class, outcome);
        assertFalse(unavailable.detail().isBlank());
        assertEquals(List.of(), twilio.requests());
    }
}
