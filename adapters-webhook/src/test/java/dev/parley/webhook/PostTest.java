package dev.parley.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.standardwebhooks.Webhook;
import dev.parley.ports.Secret;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.PostOutcome;
import dev.parley.ports.notify.PostOutcome.Answered;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an ordinary server sees of us, and we of it. */
class PostTest {

    private static final WireMockServer SERVER = new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());

    private final HttpCustomerWebhooks webhooks = Webhooks.callingLoopback();

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void reset() {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
    }

    @Test
    void the_official_library_accepts_what_arrives() {
        Delivery delivery = Samples.delivery(url("/hook"), webhooks.render(Samples.text("Grüße 👋 \"and\" \\ more")));
        webhooks.post(delivery, List.of(Samples.SECRET), Instant.now());
        assertAcceptedBy(Samples.SECRET);
        assertEquals(delivery.payload(), only().getBodyAsString());
        assertEquals(delivery.id().toString(), only().getHeader("webhook-id"));
    }

    @Test
    void with_two_secrets_either_receiver_accepts_it() {
        webhooks.post(Samples.delivery(url("/hook"), "{}"), List.of(Samples.OTHER_SECRET, Samples.SECRET), Instant.now());
        assertAcceptedBy(Samples.SECRET);
        assertAcceptedBy(Samples.OTHER_SECRET);
    }

    @Test
    void the_time_is_that_of_the_attempt_and_the_id_that_of_the_delivery() {
        var delivery = Samples.delivery(url("/hook"), "{}");
        webhooks.post(delivery, List.of(Samples.SECRET), Samples.NOW);
        webhooks.post(delivery, List.of(Samples.SECRET), Samples.NOW.plusSeconds(300));
        List<LoggedRequest> requests = SERVER.findAll(postRequestedFor(anyUrl()));
        assertEquals(
                List.of("1772366400", "1772366700"),
                requests.stream().map(request -> request.getHeader("webhook-timestamp")).sorted().toList());
        assertEquals(1, requests.stream().map(request -> request.getHeader("webhook-id")).distinct().count());
    }

    @Test
    void the_head_holds_this_and_nothing_else() {
        webhooks.post(Samples.delivery(url("/hook"), "{}"), List.of(Samples.SECRET), Samples.NOW);
        var headers = new TreeMap<String, String>(
                only().getHeaders().all().stream().collect(Collectors.toMap(HttpHeader::key, HttpHeader::firstValue)));
        headers.remove("webhook-signature");
        assertEquals(
                Map.of(
                        "Host",
                        "127.0.0.1:" + SERVER.port(),
                        "User-Agent",
                        "Parley/1.2.3",
                        "Accept",
                        "*/*",
                        "Accept-Encoding",
                        "identity",
                        "Connection",
                        "close",
                        "Content-Type",
                        "application/json",
                        "Content-Length",
                        "2",
                        "webhook-id",
                        "01234567-89ab-4000-8000-000000000005",
                        "webhook-timestamp",
                        "1772366400"),
                headers);
    }

    @ParameterizedTest @ValueSource(
            strings = {"/", "/a%2Fb", "/a/../b", "//double", "/a;b=c", "/hook?sig=a%2Bb&x=1+2&empty=&flag", "/?", "/%E4%B8%AD?%20"})
    void path_and_query_arrive_as_the_customer_wrote_them(String path) throws Exception {
        assertEquals("POST " + path + " HTTP/1.1", requestLine(path));
    }

    @ParameterizedTest @CsvSource({"'',/", "?q=1,/?q=1", "/ü,/%C3%BC"})
    void what_is_no_ascii_or_missing_is_completed(String written, String sent) throws Exception {
        assertEquals("POST " + sent + " HTTP/1.1", requestLine(written));
    }

    @Test
    void a_name_beyond_ascii_is_asked_for_and_named_in_its_ascii_form() throws Exception {
        try (var server = RawServer.answering(200, "", "")) {
            Names names = name -> name.equals("xn--bcher-kva.example") ? Webhooks.addresses("127.0.0.1") : List.of();
            Webhooks.post(
                    Webhooks.calling(Webhooks.LOOPBACK_TOO, names, Webhooks.LONG_ENOUGH),
                    "http://Bücher.example:" + server.port() + "/");
            assertEquals(
                    "Host: xn--bcher-kva.example:" + server.port(),
                    server.requests().getFirst().lines().skip(1).findFirst().orElseThrow());
        }
    }

    @ParameterizedTest @ValueSource(ints = {200, 201, 202, 204, 304, 400, 401, 404, 409, 410, 418, 429, 500, 502, 503, 504, 599})
    void a_status_is_an_answer_and_the_request_is_never_repeated(int status) {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
        assertEquals(new Answered(status, "", Optional.empty(), Optional.empty()), call());
        SERVER.verify(1, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void a_redirect_is_not_followed(int status) throws Exception {
        try (var elsewhere = RawServer.answering(200, "", "")) {
            SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withHeader("Location", Webhooks.url(elsewhere))));
            assertEquals(new Answered(status, "", Optional.empty(), Optional.empty()), call());
            assertEquals(0, elsewhere.connections());
        }
    }

    @Test
    void a_cookie_is_not_kept() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withHeader("Set-Cookie", "session=1; Path=/")));
        call();
        call();
        SERVER.findAll(postRequestedFor(anyUrl())).forEach(request -> assertFalse(request.containsHeader("Cookie")));
        SERVER.verify(2, postRequestedFor(anyUrl()));
    }

    @Test
    void a_connection_is_not_used_twice() throws Exception {
        try (var server = RawServer.answering(200, "Connection: keep-alive\r\n", "")) {
            Webhooks.post(webhooks, Webhooks.url(server));
            Webhooks.post(webhooks, Webhooks.url(server));
            assertEquals(2, server.connections());
        }
    }

    @Test
    void an_answer_that_was_packed_unasked_is_not_unpacked() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withHeader("Content-Encoding", "gzip").withBody("{\"reply\":\"plain\"}")));
        assertEquals(new Answered(200, "{\"reply\":\"plain\"}", Optional.of("plain"), Optional.empty()), call());
    }

    @ParameterizedTest @ValueSource(strings = {"", "1 2", "1\r\nX: y", "1/2"})
    void a_version_is_one_word(String version) {
        assertThrows(IllegalArgumentException.class, () -> new HttpCustomerWebhooks(Webhooks.PUBLIC_ONLY, version));
    }

    @Test
    void as_it_is_used_every_day_it_does_not_call_this_machine() {
        var everyday = new HttpCustomerWebhooks(Webhooks.PUBLIC_ONLY, "1.2.3");
        assertEquals(Webhooks.failed("address not allowed"), Webhooks.post(everyday, "https://localhost:" + SERVER.port() + "/"));
        SERVER.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void as_it_is_used_every_day_it_calls_where_it_may() {
        var everyday = new HttpCustomerWebhooks(Webhooks.LOOPBACK_TOO, "1.2.3");
        assertEquals(new Answered(204, "", Optional.empty(), Optional.empty()), Webhooks.post(everyday, url("/hook")));
    }

    private static String requestLine(String path) throws Exception {
        try (var server = RawServer.answering(200, "", "")) {
            Webhooks.post(Webhooks.callingLoopback(), "http://127.0.0.1:" + server.port() + path);
            return server.requests().getFirst().lines().findFirst().orElseThrow();
        }
    }

    private PostOutcome call() {
        return Webhooks.post(webhooks, url("/hook"));
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + SERVER.port() + path;
    }

    private static LoggedRequest only() {
        SERVER.verify(1, postRequestedFor(anyUrl()));
        return SERVER.findAll(postRequestedFor(anyUrl())).getFirst();
    }

    private static void assertAcceptedBy(Secret secret) {
        LoggedRequest request = only();
        Map<String, List<String>> headers =
                request.getHeaders().all().stream().collect(Collectors.toMap(HttpHeader::key, HttpHeader::values));
        assertDoesNotThrow(() -> new Webhook(secret.reveal()).verify(request.getBodyAsString(), headers));
    }
}
