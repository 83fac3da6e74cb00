package dev.parley.twilio;

import static dev.parley.ports.spi.SelfCheck.Grade.BAD;
import static dev.parley.ports.spi.SelfCheck.Grade.GOOD;
import static dev.parley.ports.spi.SelfCheck.Grade.UNKNOWN;
import static dev.parley.ports.spi.SelfCheck.Point.NUMBER;
import static dev.parley.ports.spi.SelfCheck.Point.WEBHOOK;
import static dev.parley.twilio.FakeAccount.OWN;
import static dev.parley.twilio.FakeAccount.SHARED;
import static dev.parley.twilio.FakeAccount.error;
import static dev.parley.twilio.FakeAccount.json;
import static dev.parley.twilio.FakeAccount.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.parley.ports.spi.SelfCheck.Finding;
import dev.parley.ports.spi.SelfCheck.Grade;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether numbers are found to be ours, and to call us. */
final class NumberCheckTest {

    private static final String ELSEWHERE = "https://demo.twilio.com/welcome/sms/reply";

    @RegisterExtension
    static final WireMockExtension SERVER = FakeTwilio.extension();

    private final FakeAccount twilio = new FakeAccount(SERVER);

    @BeforeEach
    void setUp() {
        twilio.setUp();
    }

    private Finding webhook(String smsUrl) {
        twilio.number(json(FakeAccount.numbers(smsUrl, "")));
        return only(twilio.look(), WEBHOOK);
    }

    private List<Finding> withService() {
        return twilio.look(FakeAccount.withService(), List.of(FakeAccount.OURS));
    }

    @ParameterizedTest @ValueSource(
            strings = {SHARED, OWN, OWN + "#rc=3&rp=5xx", "https://user:hush@sms.example.com/webhooks/twilio/inbound",
                "https://sms.example.com:443/webhooks/twilio/inbound"})
    void a_number_that_calls_one_of_our_addresses_is_good(String smsUrl) {
        Finding webhook = webhook(smsUrl);
        assertEquals(GOOD, webhook.grade(), webhook.detail());
        assertFalse(webhook.detail().contains("hush"));
    }

    @ParameterizedTest @ValueSource(strings = {SHARED + "/", SHARED + "?a=b", "http://sms.example.com/webhooks/twilio/inbound", ELSEWHERE,
        "https://sms.example.com/webhooks/twilio/8/inbound", "https://sms.example.com:8443/webhooks/twilio/inbound"})
    void a_number_that_calls_another_address_is_bad_and_both_are_shown(String smsUrl) {
        Finding webhook = webhook(smsUrl);
        assertEquals(BAD, webhook.grade());
        assertEquals("Twilio calls " + smsUrl + " when a text comes in: set " + OWN + " instead, as the number's webhook for messages.",
                webhook.detail());
    }

    @ParameterizedTest @ValueSource(strings = {"", " "})
    void a_number_that_calls_nobody_is_bad(String smsUrl) {
        Finding webhook = webhook(smsUrl);
        assertEquals(BAD, webhook.grade());
        assertTrue(webhook.detail().startsWith("Twilio calls nobody"), webhook.detail());
    }

    @Test
    void a_number_that_calls_no_address_at_all_is_bad() {
        assertEquals(BAD, webhook("ftp://x").grade());
        assertEquals(BAD, webhook("https://sms.example.com/a b%").grade());
    }

    @Test
    void whom_an_app_calls_is_left_open() {
        twilio.number(json(FakeAccount.numbers(SHARED, "AP00000000000000000000000000000001")));
        Finding webhook = only(twilio.look(), WEBHOOK);
        assertEquals(UNKNOWN, webhook.grade());
        assertTrue(webhook.detail().contains("TwiML App") && webhook.detail().contains(OWN), webhook.detail());
    }

    @Test
    void an_address_that_only_this_machine_knows_is_bad() {
        String local = "http://localhost:8080/webhooks/twilio/inbound";
        twilio.number(json(FakeAccount.numbers(local, "")));
        List<Finding> findings = twilio.look(FakeAccount.plain(), FakeAccount.expecting(List.of(FakeAccount.OURS), local),
                InstantSource.fixed(FakeAccount.NOW));
        assertEquals(List.of(BAD, BAD), FakeAccount.grades(findings, WEBHOOK));
        assertTrue(findings.stream().filter(f -> f.point() == WEBHOOK).allMatch(f -> f.detail().contains("PARLEY_PUBLIC_URL")));
    }

    @Test
    void a_number_of_another_account_is_bad() {
        twilio.number(json("{\"incoming_phone_numbers\": [{\"phone_number\": \"+150055500061\"}]}"));
        List<Finding> findings = twilio.look();
        assertEquals(BAD, only(findings, NUMBER).grade());
        assertEquals(UNKNOWN, only(findings, WEBHOOK).grade());
    }

    @Test
    void a_number_that_cannot_text_is_bad() {
        twilio.number(json(FakeAccount.numbers(SHARED, "").replace("\"sms\": true", "\"sms\": false")));
        assertEquals(BAD, only(twilio.look(), NUMBER).grade());
    }

    @ParameterizedTest @ValueSource(ints = {400, 401, 403, 404, 429, 500})
    void a_number_that_cannot_be_asked_for_is_left_open(int status) {
        twilio.number(error(status, 20001, "No"));
        List<Finding> findings = twilio.look();
        assertEquals(UNKNOWN, only(findings, NUMBER).grade());
        assertEquals(UNKNOWN, only(findings, WEBHOOK).grade());
    }

    @Test
    void garbage_about_a_number_leaves_it_open() {
        twilio.number(json("<html>"));
        assertEquals(UNKNOWN, only(twilio.look(), NUMBER).grade());
    }

    @Test
    void in_a_service_with_an_address_that_one_counts() {
        twilio.number(json(FakeAccount.numbers(ELSEWHERE, "")));
        List<Finding> findings = withService();
        assertEquals(List.of(GOOD, GOOD), FakeAccount.grades(findings, NUMBER));
        assertEquals(GOOD, only(findings, WEBHOOK).grade());
        twilio.number(json(FakeAccount.numbers(SHARED, "")));
        twilio.service(json(FakeAccount.service(ELSEWHERE, false)));
        Finding webhook = only(withService(), WEBHOOK);
        assertEquals(BAD, webhook.grade());
        assertTrue(webhook.detail().contains("Messaging Service"), webhook.detail());
    }

    @Test
    void a_service_without_an_address_that_does_not_leave_it_to_the_number_calls_nobody() {
        twilio.service(json(FakeAccount.service("", false)));
        assertTrue(only(withService(), WEBHOOK).detail().startsWith("Twilio calls nobody"));
    }

    @Test
    void in_a_service_that_leaves_it_to_the_number_the_numbers_counts() {
        twilio.service(json(FakeAccount.service(ELSEWHERE, true)));
        assertEquals(GOOD, only(withService(), WEBHOOK).grade());
        assertEquals(3, twilio.asked().size());
    }

    @Test
    void the_address_of_a_service_is_nothing_to_a_number_that_is_not_in_it() {
        twilio.service(json(FakeAccount.service(ELSEWHERE, false)));
        twilio.pool(error(404, 20404, "The requested resource was not found"));
        assertEquals(GOOD, only(withService(), WEBHOOK).grade());
    }

    @ParameterizedTest @ValueSource(ints = {403, 500})
    void whether_a_number_is_in_a_service_may_stay_open(int status) {
        twilio.pool(error(status, 20001, "No"));
        assertEquals(UNKNOWN, only(withService(), WEBHOOK).grade());
    }

    @Test
    void without_numbers_the_service_itself_is_looked_at() {
        List<Finding> findings = twilio.look(FakeAccount.withService(), List.of());
        assertEquals(GOOD, only(findings, NUMBER).grade());
        Finding webhook = only(findings, WEBHOOK);
        assertEquals(GOOD, webhook.grade());
        assertEquals(Optional.empty(), webhook.number());
    }

    @ParameterizedTest @CsvSource({"404, BAD", "403, UNKNOWN", "503, UNKNOWN"})
    void a_service_that_is_not_there_is_bad(int status, Grade grade) {
        twilio.service(error(status, 20404, "No"));
        assertEquals(grade, FakeAccount.grades(withService(), NUMBER).getFirst());
    }
}
