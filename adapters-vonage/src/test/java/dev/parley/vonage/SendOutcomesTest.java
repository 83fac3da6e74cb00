package dev.parley.vonage;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever Vonage answers, it was asked once; and only what it surely has not taken may be tried again. */
final class SendOutcomesTest {

    @RegisterExtension
    static final WireMockExtension SERVER = FakeVonage.extension();

    private final FakeVonage vonage = new FakeVonage(SERVER);

    private static Stream<Arguments> each(Stream<String> cases) {
        return cases.flatMap(one -> Stream.of(ApiChoice.values()).map(api -> Arguments.of(api, one)));
    }

    static Stream<Arguments> unreadableSuccesses() {
        return each(Stream.of("", "null", "{}", "[]", "<html>Welcome</html>", "garbage", "{\"messages\":[]}", "{\"messages\":{}}",
                "{\"messages\":[{}]}", "{\"messages\":[7]}", "{\"messages\":[{\"status\":\"0\"}]}",
                "{\"messages\":[{\"status\":\"0\",\"message-id\":\" \"}]}", "{\"message_uuid\":null}", "{\"message_uuid\":\" \"}",
                "{\"message_uuid\":{}}", "{\"message_uuid\":\"a\""));
    }

    static Stream<Arguments> failures() {
        return each(Stream.of("408", "500", "502", "503", "504"));
    }

    static Stream<Arguments> faults() {
        return each(Stream.of(Fault.values()).map(Fault::name));
    }

    @ParameterizedTest @MethodSource("unreadableSuccesses")
    void nobody_knows_what_an_unreadable_success_means(ApiChoice api, String body) {
        vonage.answers(200, body);
        vonage.sendOnce(vonage.by(api), Ambiguous.class);
    }

    @ParameterizedTest @MethodSource("failures")
    void nobody_knows_what_a_failing_server_did(ApiChoice api, int status) {
        vonage.answers(aResponse().withStatus(status).withHeader("Retry-After", "1").withBody("<html>Oops</html>"));
        Ambiguous ambiguous = vonage.sendOnce(vonage.by(api), Ambiguous.class);
        assertTrue(ambiguous.detail().contains(String.valueOf(status)), ambiguous.detail());
    }

    @ParameterizedTest @MethodSource("faults")
    void nobody_knows_what_came_of_a_broken_connection(ApiChoice api, Fault fault) {
        vonage.answers(aResponse().withStatus(202).withBody(FakeVonage.SUBMITTED).withFault(fault));
        vonage.sendOnce(vonage.by(api), Ambiguous.class);
    }

    @ParameterizedTest @EnumSource
    void an_answer_without_end_is_not_read_to_its_end(ApiChoice api) {
        vonage.answers(202, FakeVonage.SUBMITTED + " ".repeat(1_000_000));
        vonage.sendOnce(vonage.by(api), Ambiguous.class);
    }

    @ParameterizedTest @EnumSource
    void a_redirect_is_refused_and_not_followed(ApiChoice api) {
        vonage.answers(aResponse().withStatus(307).withHeader("Location", vonage.base() + "/elsewhere"));
        assertEquals("307", vonage.sendOnce(vonage.by(api), Refused.class).error().code());
    }

    @ParameterizedTest @EnumSource
    void too_many_requests_are_throttled_for_as_long_as_vonage_says(ApiChoice api) {
        vonage.answers(aResponse().withStatus(429).withHeader("Retry-After", "7").withBody("{\"title\":\"1000\"}"));
        Throttled throttled = vonage.sendOnce(vonage.by(api), Throttled.class);
        assertEquals(Optional.of(Duration.ofSeconds(7)), throttled.retryAfter());
        assertEquals("1000", throttled.error().code());
    }

    @ParameterizedTest @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999"})
    void an_odd_retry_after_says_nothing(String retryAfter) {
        vonage.answers(aResponse().withStatus(429).withHeader("Retry-After", retryAfter).withBody("<html/>"));
        Throttled throttled = vonage.sendOnce(vonage.sms(), Throttled.class);
        assertEquals(Optional.empty(), throttled.retryAfter());
        assertEquals("429", throttled.error().code());
    }

    @ParameterizedTest @CsvSource({"401, PROVIDER_AUTH", "402, PROVIDER_ACCOUNT", "403, PROVIDER_AUTH", "404, REQUEST_INVALID",
        "422, REQUEST_INVALID"})
    void a_refusal_by_http_has_its_reason(int status, Reason reason) {
        for (ApiChoice api : ApiChoice.values()) {
            SERVER.resetAll();
            vonage.answers(status, "{\"type\":\"https://developer.vonage.com/api-errors#x\",\"title\":\"No\",\"detail\":\"Because\"}");
            Refused refused = vonage.sendOnce(vonage.by(api), Refused.class);
            assertEquals(reason, refused.error().reason());
            assertEquals(String.valueOf(status), refused.error().code());
            assertEquals("No. Because. See https://developer.vonage.com/en/api-errors", refused.error().text());
        }
    }

    @Test
    void says_which_parameters_vonage_finds_wrong() {
        vonage.answers(422, "{\"title\":\"Invalid params\",\"invalid_parameters\":[{\"name\":\"from\",\"reason\":\"unknown\"},7]}");
        String words = vonage.sendOnce(vonage.messages(), Refused.class).error().text();
        assertTrue(words.startsWith("Invalid params. from: unknown. See "), words);
    }

    @ParameterizedTest @CsvSource({"1120, SENDER_NOT_ALLOWED", "1240, OPTED_OUT", "1170, RECIPIENT_INVALID"})
    void a_number_wins_over_the_http_status(String number, Reason reason) {
        vonage.answers(422, "{\"type\":\"https://developer.vonage.com/api-errors/messages#" + number + "\",\"title\":\"No\"}");
        assertEquals(reason, vonage.sendOnce(vonage.messages(), Refused.class).error().reason());
    }

    @ParameterizedTest @EnumSource
    void nobody_knows_what_came_of_a_silent_server(ApiChoice api) {
        vonage.answers(aResponse().withStatus(202).withBody(FakeVonage.SUBMITTED).withFixedDelay(4_000));
        assertInstanceOf(Ambiguous.class, vonage.sendImpatiently(vonage.by(api)));
        vonage.theOnlyRequest();
    }

    @ParameterizedTest @EnumSource
    void a_dribbled_answer_does_not_outlast_the_deadline(ApiChoice api) {
        vonage.answers(aResponse().withStatus(202).withBody(FakeVonage.SUBMITTED).withChunkedDribbleDelay(20, 5_000));
        long begun = System.nanoTime();
        assertInstanceOf(Ambiguous.class, vonage.sendImpatiently(vonage.by(api)));
        vonage.theOnlyRequest();
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).toMillis() < 4_000);
    }

    @Test
    void an_interrupted_wait_stays_interrupted() throws InterruptedException {
        vonage.answers(aResponse().withStatus(202).withBody(FakeVonage.SUBMITTED).withFixedDelay(2_000));
        List<SendOutcome> outcomes = new ArrayList<>();
        List<Boolean> interrupted = new ArrayList<>();
        Thread sending = Thread.ofVirtual().start(() -> {
            Thread.currentThread().interrupt();
            outcomes.add(vonage.sms().open().send(FakeVonage.text("Hello")));
            interrupted.add(Thread.interrupted());
        });
        sending.join();
        assertInstanceOf(Ambiguous.class, outcomes.getFirst());
        assertEquals(List.of(true), interrupted);
    }

    @ParameterizedTest @EnumSource
    void a_closed_port_is_unavailable(ApiChoice api) throws IOException {
        ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        closed.close();
        assertUnavailable(api, URI.create("http://127.0.0.1:" + closed.getLocalPort()));
    }

    @ParameterizedTest @EnumSource
    void an_unknown_name_is_unavailable(ApiChoice api) {
        // A label of 64 characters: the resolver knows without asking anybody that there is none.
        assertUnavailable(api, URI.create("http://" + "a".repeat(64) + ".test"));
    }

    @ParameterizedTest @EnumSource
    void a_certificate_that_nobody_vouches_for_is_unavailable(ApiChoice api) {
        assertUnavailable(api, vonage.secureBase());
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
            URI base = URI.create("http://127.0.0.1:" + busy.getLocalPort());
            assertInstanceOf(Unavailable.class, vonage.sendImpatiently(vonage.sms().at(base)));
            for (SocketChannel channel : waiting) {
                channel.close();
            }
        }
    }

    private void assertUnavailable(ApiChoice api, URI base) {
        SendOutcome outcome = vonage.by(api).at(base).open().send(FakeVonage.text("Hello"));
        Unavailable unavailable = assertInstanceOf(Unavailable.class, outcome);
        assertFalse(unavailable.detail().isBlank());
        assertEquals(List.of(), vonage.requests());
    }
}
