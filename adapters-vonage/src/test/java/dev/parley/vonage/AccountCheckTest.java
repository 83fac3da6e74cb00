package dev.parley.vonage;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.spi.SelfCheck;
import dev.parley.ports.spi.SelfCheck.Expected;
import dev.parley.ports.spi.SelfCheck.Finding;
import dev.parley.ports.spi.SelfCheck.Grade;
import dev.parley.ports.spi.SelfCheck.Point;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountCheckTest {

    @RegisterExtension
    static final WireMockExtension SERVER = FakeVonage.extension();

    private static final String OURS = "https://hooks.example.com/webhooks/vonage/c0ffee/inbound";
    private static final PhoneNumber NUMBER = new PhoneNumber("+447700900000");
    private static final String APPLICATION = "78d335fa-323d-0114-9c3d-d6f0d48968cf";

    private final FakeVonage vonage = new FakeVonage(SERVER);

    @BeforeEach
    void everything_is_as_it_should_be() {
        vonage.has("/account/get-balance", "{\"value\": 10.28, \"autoReload\": false}");
        number("{\"country\": \"GB\", \"msisdn\": \"447700900000\", \"type\": \"mobile-lvn\", \"features\": [\"VOICE\", \"SMS\"]}");
        settings(OURS);
        vonage.has("/v2/applications/" + APPLICATION, "{\"id\": \"" + APPLICATION + "\", \"capabilities\": {\"messages\": {\"webhooks\": {"
                + "\"inbound_url\": {\"address\": \"" + OURS + "\", \"http_method\": \"POST\"}}}}}");
    }

    private void number(String json) {
        vonage.has("/account/numbers", "{\"count\": 1, \"numbers\": [{\"msisdn\": \"4477009000001\"}, " + json + "]}");
    }

    private void settings(String url) {
        vonage.has("/account/settings", "{\"mo-callback-url\": \"" + url + "\", \"dr-callback-url\": \"\", \"max-outbound-request\": 30}");
    }

    private Vonage application() {
        return vonage.messages().with("applicationId", APPLICATION).with("privateKey", PrivateKeys.PEM);
    }

    private static List<Finding> check(Vonage connection, List<PhoneNumber> numbers) {
        return ((SelfCheck) connection.open()).selfCheck(
                new Expected(numbers, List.of(URI.create("https://elsewhere.example.com/"), URI.create(OURS)), List.of()));
    }

    private static Finding the(Point point, Vonage connection) {
        List<Finding> findings = check(connection, List.of(NUMBER)).stream().filter(f -> f.point() == point).toList();
        assertEquals(1, findings.size(), findings::toString);
        assertFalse(findings.getFirst().detail().isBlank());
        assertFalse(findings.getFirst().detail().contains(Vonage.SECRET));
        return findings.getFirst();
    }

    private static void assertGrade(Grade grade, Point point, Vonage connection) {
        Finding finding = the(point, connection);
        assertEquals(grade, finding.grade(), finding::detail);
    }

    @Test
    void an_account_of_the_sms_api_is_as_it_should_be() {
        assertGrade(Grade.GOOD, Point.CREDENTIALS, vonage.sms());
        assertGrade(Grade.GOOD, Point.NUMBER, vonage.sms());
        assertGrade(Grade.GOOD, Point.WEBHOOK, vonage.sms());
        assertGrade(Grade.UNKNOWN, Point.SIGNING, vonage.sms());
        assertEquals(Optional.of(NUMBER), the(Point.NUMBER, vonage.sms()).number());
    }

    @Test
    void an_application_is_as_it_should_be() {
        assertGrade(Grade.GOOD, Point.CREDENTIALS, application());
        assertGrade(Grade.GOOD, Point.NUMBER, application());
        assertGrade(Grade.GOOD, Point.WEBHOOK, application());
        assertGrade(Grade.UNKNOWN, Point.SIGNING, application());
    }

    @Test
    void asks_with_key_and_secret_and_changes_nothing() {
        check(vonage.sms(), List.of(NUMBER));
        check(application(), List.of(NUMBER));
        vonage.requests().forEach(request -> {
            assertEquals(FakeVonage.basic(), request.getHeader("Authorization"), request.getUrl());
            assertEquals("", request.getBodyAsString(), request.getUrl());
            assertEquals(request.getUrl().equals("/account/settings") ? "POST" : "GET", request.getMethod().getName());
        });
        assertTrue(vonage.requests().stream().anyMatch(r -> r.getUrl().equals("/account/numbers?search_pattern=0&pattern=447700900000")));
    }

    @ParameterizedTest @ValueSource(ints = {401, 403})
    void wrong_credentials_are_told_and_nothing_else_is_asked(int status) {
        vonage.refuses("/account/get-balance", status);
        assertGrade(Grade.BAD, Point.CREDENTIALS, vonage.sms());
        assertGrade(Grade.UNKNOWN, Point.NUMBER, vonage.sms());
        assertGrade(Grade.UNKNOWN, Point.WEBHOOK, vonage.sms());
        assertTrue(vonage.requests().stream().allMatch(request -> request.getUrl().equals("/account/get-balance")));
    }

    @ParameterizedTest @ValueSource(ints = {404, 429, 500, 503})
    void credentials_that_nobody_judged_are_unknown(int status) {
        vonage.refuses("/account/get-balance", status);
        assertGrade(Grade.UNKNOWN, Point.CREDENTIALS, vonage.sms());
    }

    @Test
    void an_answer_that_is_none_is_unknown() {
        vonage.has("/account/get-balance", "<html/>");
        assertGrade(Grade.UNKNOWN, Point.CREDENTIALS, vonage.sms());
        SERVER.stubFor(any(urlPathEqualTo("/account/get-balance")).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertGrade(Grade.UNKNOWN, Point.CREDENTIALS, vonage.sms());
        assertGrade(Grade.UNKNOWN, Point.CREDENTIALS, vonage.sms().at(URI.create("http://127.0.0.1:1")));
    }

    @Test
    void a_number_of_somebody_else_is_told() {
        vonage.has("/account/numbers", "{\"count\": 1, \"numbers\": [{\"msisdn\": \"4477009000001\", \"features\": [\"SMS\"]}]}");
        assertGrade(Grade.BAD, Point.NUMBER, vonage.sms());
        vonage.has("/account/numbers", "{}");
        assertGrade(Grade.BAD, Point.NUMBER, vonage.sms());
    }

    @Test
    void a_number_without_texts_is_told() {
        number("{\"msisdn\": \"447700900000\", \"features\": [\"VOICE\"]}");
        assertTrue(the(Point.NUMBER, vonage.sms()).detail().contains("SMS"));
        assertGrade(Grade.BAD, Point.NUMBER, vonage.sms());
    }

    @ParameterizedTest @ValueSource(ints = {401, 500})
    void a_number_that_cannot_be_looked_up_is_unknown(int status) {
        vonage.refuses("/account/numbers", status);
        assertGrade(Grade.UNKNOWN, Point.NUMBER, vonage.sms());
    }

    @Test
    void each_number_is_looked_up() {
        List<PhoneNumber> numbers = List.of(NUMBER, new PhoneNumber("+447700900555"));
        SERVER.stubFor(any(urlPathEqualTo("/account/numbers")).withQueryParam("pattern", equalTo("447700900555")).willReturn(okJson("{}")));
        List<Finding> findings = check(vonage.sms(), numbers).stream().filter(f -> f.point() == Point.NUMBER).toList();
        assertEquals(List.of(Grade.GOOD, Grade.BAD), findings.stream().map(Finding::grade).toList());
        assertEquals(numbers, findings.stream().flatMap(f -> f.number().stream()).toList());
    }

    @ParameterizedTest @ValueSource(strings = {"", "https://elsewhere.example.com/sms"})
    void an_account_that_calls_somebody_else_is_told(String url) {
        settings(url);
        Finding finding = the(Point.WEBHOOK, vonage.sms());
        assertEquals(Grade.BAD, finding.grade());
        assertTrue(finding.detail().contains("https://elsewhere.example.com/"), finding.detail());
    }

    @ParameterizedTest @CsvSource({"https://elsewhere.example.com/sms, " + OURS + ", BAD",
        OURS + ", https://elsewhere.example.com/sms, GOOD"})
    void the_address_of_a_number_wins_over_the_accounts(String own, String accounts, Grade grade) {
        settings(accounts);
        number("{\"msisdn\": \"447700900000\", \"features\": [\"SMS\"], \"moHttpUrl\": \"" + own + "\"}");
        assertGrade(grade, Point.WEBHOOK, vonage.sms());
        assertEquals(Optional.of(NUMBER), the(Point.WEBHOOK, vonage.sms()).number());
        assertGrade(Grade.GOOD, Point.WEBHOOK, application());
    }

    @Test
    void without_a_number_the_account_is_looked_at() {
        List<Finding> findings = check(vonage.sms(), List.of());
        assertEquals(List.of(Point.CREDENTIALS, Point.WEBHOOK, Point.SIGNING), findings.stream().map(Finding::point).toList());
        assertEquals(Optional.empty(), findings.get(1).number());
    }

    @ParameterizedTest @CsvSource({"401, UNKNOWN", "404, BAD", "500, UNKNOWN"})
    void an_application_that_cannot_be_looked_up_is_told(int status, Grade grade) {
        vonage.refuses("/v2/applications/" + APPLICATION, status);
        assertGrade(grade, Point.WEBHOOK, application());
    }

    @Test
    void an_application_that_calls_nobody_is_told() {
        vonage.has("/v2/applications/" + APPLICATION, "{\"capabilities\": {}}");
        assertGrade(Grade.BAD, Point.WEBHOOK, application());
    }

    @Test
    void without_an_application_its_address_cannot_be_told() {
        assertGrade(Grade.UNKNOWN, Point.WEBHOOK, vonage.messages());
    }

    @ParameterizedTest @EnumSource
    void without_a_signature_secret_nothing_is_taken(ApiChoice api) {
        assertGrade(Grade.BAD, Point.SIGNING, vonage.by(api).without("signatureSecret"));
    }
}
