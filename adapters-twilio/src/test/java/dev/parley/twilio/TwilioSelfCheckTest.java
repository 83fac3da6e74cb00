package dev.parley.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static dev.parley.ports.spi.SelfCheck.Grade.BAD;
import static dev.parley.ports.spi.SelfCheck.Grade.GOOD;
import static dev.parley.ports.spi.SelfCheck.Grade.UNKNOWN;
import static dev.parley.ports.spi.SelfCheck.Point.CREDENTIALS;
import static dev.parley.ports.spi.SelfCheck.Point.NUMBER;
import static dev.parley.ports.spi.SelfCheck.Point.SIGNING;
import static dev.parley.ports.spi.SelfCheck.Point.WEBHOOK;
import static dev.parley.twilio.FakeAccount.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Secret;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.SelfCheck;
import dev.parley.ports.spi.SelfCheck.Finding;
import dev.parley.ports.spi.SelfCheck.Grade;
import dev.parley.ports.spi.Settings;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the account and its API key are found to be. */
final class TwilioSelfCheckTest {

    @RegisterExtension
    static final WireMockExtension SERVER = FakeTwilio.extension();

    private final FakeAccount twilio = new FakeAccount(SERVER);

    @BeforeEach
    void setUp() {
        twilio.setUp();
    }

    @Test
    void everything_is_good_about_an_account_that_is_set_up() {
        List<Finding> findings = twilio.look();
        assertEquals(List.of(GOOD, GOOD, GOOD, GOOD, GOOD), findings.stream().map(Finding::grade).toList());
        assertEquals(Optional.of(FakeAccount.OURS), only(findings, NUMBER).number());
        assertEquals(Optional.of(FakeAccount.OURS), only(findings, WEBHOOK).number());
    }

    @Test
    void each_question_is_asked_once() {
        twilio.look();
        assertEquals(
                List.of(
                        "GET /2010-04-01/Accounts/" + Hook.ACCOUNT + ".json",
                        "GET /2010-04-01/Accounts/" + Hook.ACCOUNT + "/IncomingPhoneNumbers.json?PhoneNumber=%2B15005550006"),
                twilio.asked());
    }

    @Test
    void a_wrong_token_is_bad_and_nothing_else_is_asked() {
        twilio.account(FakeAccount.error(401, 20003, "Authenticate"));
        List<Finding> findings = twilio.look();
        Finding credentials = only(findings, CREDENTIALS);
        assertEquals(BAD, credentials.grade());
        assertTrue(credentials.detail().contains("authToken") && credentials.detail().contains("20003"), credentials.detail());
        assertEquals(List.of(UNKNOWN, UNKNOWN, UNKNOWN), grades(findings));
        assertEquals(1, twilio.asked().size());
    }

    /** Of number, webhook and signing. */
    private static List<Grade> grades(List<Finding> findings) {
        return List.of(only(findings, NUMBER).grade(), only(findings, WEBHOOK).grade(), only(findings, SIGNING).grade());
    }

    @ParameterizedTest @CsvSource({"403, BAD", "404, BAD", "400, UNKNOWN", "429, UNKNOWN", "408, UNKNOWN", "500, UNKNOWN", "503, UNKNOWN",
        "302, UNKNOWN", "204, UNKNOWN"})
    void other_answers_are_bad_only_if_they_are_about_us(int status, Grade grade) {
        twilio.account(aResponse().withStatus(status).withBody("<html>Sorry</html>"));
        List<Finding> findings = twilio.look();
        assertEquals(grade, only(findings, CREDENTIALS).grade());
        assertEquals(List.of(UNKNOWN, UNKNOWN, UNKNOWN), grades(findings));
        assertEquals(1, twilio.asked().size());
    }

    @ParameterizedTest @ValueSource(strings = {"", "garbage", "[]", "null", "\"active\"", "{\"status\": "})
    void an_answer_that_makes_no_sense_leaves_it_open(String body) {
        twilio.account(FakeAccount.json(body));
        assertEquals(UNKNOWN, only(twilio.look(), CREDENTIALS).grade());
    }

    @ParameterizedTest @ValueSource(strings = {"{}", "{\"status\": null}"})
    void an_account_that_says_nothing_of_its_status_is_left_open(String body) {
        twilio.account(FakeAccount.json(body));
        List<Finding> findings = twilio.look();
        assertEquals(UNKNOWN, only(findings, CREDENTIALS).grade());
        assertEquals(GOOD, only(findings, SIGNING).grade());
    }

    @ParameterizedTest @EnumSource(names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "MALFORMED_RESPONSE_CHUNK"})
    void a_broken_connection_leaves_it_open(Fault fault) {
        twilio.account(aResponse().withFault(fault));
        assertEquals(UNKNOWN, only(twilio.look(), CREDENTIALS).grade());
        assertEquals(1, twilio.asked().stream().distinct().count());
    }

    @Test
    void nobody_waits_for_long() {
        twilio.account(FakeAccount.json(FakeAccount.account("active")).withFixedDelay(20_000));
        Finding credentials = only(twilio.look(), CREDENTIALS);
        assertEquals(UNKNOWN, credentials.grade());
        assertEquals("Twilio did not answer within 2000 ms.", credentials.detail());
    }

    @Test
    void nor_for_an_answer_that_drips() {
        twilio.account(FakeAccount.json(FakeAccount.account("active")).withChunkedDribbleDelay(10, 20_000));
        assertEquals(UNKNOWN, only(twilio.look(), CREDENTIALS).grade());
    }

    @Test
    void questions_end_when_their_time_is_over() {
        var asked = new AtomicInteger();
        InstantSource clock = () -> FakeAccount.NOW.plusSeconds(asked.getAndIncrement() * 7L);
        var expected = FakeAccount.expecting(List.of(FakeAccount.OURS), FakeAccount.OWN);
        List<Finding> findings = twilio.look(FakeAccount.plain(), expected, clock);
        assertEquals(GOOD, only(findings, CREDENTIALS).grade());
        assertEquals("Twilio answers too slowly to ask it everything.", only(findings, NUMBER).detail());
        assertEquals(1, twilio.asked().size());
    }

    @ParameterizedTest @ValueSource(strings = {"suspended", "closed"})
    void an_account_that_is_not_active_is_bad_though_its_token_is_right(String status) {
        twilio.account(FakeAccount.json(FakeAccount.account(status)));
        List<Finding> findings = twilio.look();
        assertEquals(BAD, only(findings, CREDENTIALS).grade());
        assertTrue(only(findings, CREDENTIALS).detail().contains(status));
        assertEquals(GOOD, only(findings, SIGNING).grade());
    }

    @ParameterizedTest @CsvSource({"200, GOOD", "401, BAD", "403, UNKNOWN", "404, UNKNOWN", "500, UNKNOWN"})
    void an_api_key_is_tried_by_what_a_standard_one_may_do(int status, Grade grade) {
        if (status != 200) {
            twilio.log(FakeAccount.error(status, 20003, "No"));
        }
        List<Finding> findings = twilio.look(FakeAccount.withKey(), List.of());
        assertEquals(List.of(GOOD, grade), FakeAccount.grades(findings, CREDENTIALS));
        assertEquals("GET /2010-04-01/Accounts/" + Hook.ACCOUNT + "/Messages.json?PageSize=1", twilio.asked().get(1));
    }

    @Test
    void no_finding_tells_a_secret_or_a_number() {
        twilio.log(FakeAccount.error(401, 20003, "No"));
        String all = twilio.look(FakeAccount.withKey(), List.of(FakeAccount.OURS)).stream().map(f -> f + f.detail()).toList().toString();
        for (String canary : List.of(Hook.TOKEN, "canary", "5550006", "Basic")) {
            assertFalse(all.contains(canary), all);
        }
    }

    @Test
    void not_every_number_is_looked_at() {
        List<PhoneNumber> many = IntStream.range(0, 23).mapToObj(i -> new PhoneNumber("+150055501%02d".formatted(i))).toList();
        SERVER.stubFor(get(urlPathMatching(".*/IncomingPhoneNumbers.json"))
                .willReturn(FakeAccount.json("{\"incoming_phone_numbers\": []}")));
        List<Finding> findings = twilio.look(FakeAccount.plain(), many);
        assertEquals(20, FakeAccount.grades(findings, NUMBER).stream().filter(BAD::equals).count());
        assertEquals(3, FakeAccount.grades(findings, NUMBER).stream().filter(UNKNOWN::equals).count());
        assertEquals(21, twilio.asked().size());
    }

    @Test
    void a_connection_can_be_asked_through_its_provider() {
        var settings = Settings.of(Map.of("accountSid", new Secret(Hook.ACCOUNT),
                "authToken", new Secret(Hook.TOKEN)), Map.of());
        var base = Optional.of(URI.create("http://127.0.0.1:" + SERVER.getPort() + "/"));
        var provider = (SelfCheck) new TwilioProviderFactory().create(new ProviderSetup(settings, base, InstantSource.system()));
        List<Finding> findings = provider.selfCheck(FakeAccount.expecting(List.of(FakeAccount.OURS), FakeAccount.SHARED));
        assertTrue(findings.stream().allMatch(finding -> finding.grade() == GOOD), findings::toString);
    }

    @ParameterizedTest @CsvSource({
        "https://api.twilio.com, https://messaging.twilio.com/v1/Services/MG1",
        "https://api.dublin.ie1.twilio.com, https://messaging.dublin.ie1.twilio.com/v1/Services/MG1",
        "http://127.0.0.1:80, http://127.0.0.1:80/v1/Services/MG1",
        "https://api.nottwilio.com, https://api.nottwilio.com/v1/Services/MG1"})
    void the_server_of_services_is_called_like_that_of_the_api(String api, String url) {
        assertEquals(url, Question.SERVICE.url(api, "MG1"));
    }
}
