package dev.parley.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Secret;
import dev.parley.ports.spi.SelfCheck.Expected;
import dev.parley.ports.spi.SelfCheck.Finding;
import dev.parley.ports.spi.SelfCheck.Grade;
import dev.parley.ports.spi.SelfCheck.Point;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Twilio account that can be looked at: it is well, and its one number calls us, unless the test says otherwise. */
final class FakeAccount {

    static final PhoneNumber OURS = new PhoneNumber("+15005550006");
    static final String OWN = "https://sms.example.com/webhooks/twilio/7/inbound";
    static final String SHARED = "https://sms.example.com/webhooks/twilio/inbound";
    static final String SERVICE = "MG00000000000000000000000000000001";
    static final String NUMBER_SID = "PN00000000000000000000000000000001";
    static final String KEY = "SK00000000000000000000000000000001";
    static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    private static final String ACCOUNT_PATH = "/2010-04-01/Accounts/" + Hook.ACCOUNT;
    private static final Secret TOKEN = new Secret(Hook.TOKEN);
    private static final Secret KEY_SECRET = new Secret("canary-of-an-api-key");

    private final WireMockExtension server;

    FakeAccount(WireMockExtension server) {
        this.server = server;
    }

    /** Before each test: what was stubbed before is gone by then. */
    void setUp() {
        account(json(account("active")));
        number(json(numbers(SHARED, "")));
        log(json("{\"messages\": [], \"page\": 0, \"page_size\": 1}"));
        service(json(service(SHARED, false)));
        pool(json("{\"sid\": \"" + NUMBER_SID + "\", \"service_sid\": \"" + SERVICE + "\", \"phone_number\": \"+15005550006\"}"));
    }

    static String account(String status) {
        return """
                {"status": "%s", "date_updated": "Thu, 24 Aug 2023 05:01:45 +0000", "auth_token": "canary-of-a-token",
                 "friendly_name": "Bakery", "owner_account_sid": "AC00000000000000000000000000000009",
                 "uri": "/2010-04-01/Accounts/%s.json", "sid": "%2$s", "type": "Full",
                 "subresource_uris": {"messages": "/2010-04-01/Accounts/%2$s/Messages.json"}}""".formatted(status, Hook.ACCOUNT);
    }

    static String numbers(String smsUrl, String application) {
        return """
                {"page": 0, "page_size": 50, "next_page_uri": null, "uri": "/2010-04-01/Accounts/x/IncomingPhoneNumbers.json",
                 "incoming_phone_numbers": [
                   {"sid": "PN9", "phone_number": "+150055500061", "sms_url": "https://other.example.com/", "sms_method": "POST"},
                   {"sid": "%s", "account_sid": "%s", "phone_number": "+15005550006", "friendly_name": "(500) 555-0006",
                    "capabilities": {"fax": false, "mms": true, "sms": true, "voice": true},
                    "sms_application_sid": "%s", "sms_fallback_method": "POST", "sms_fallback_url": "",
                    "sms_method": "GET", "sms_url": "%s", "status": "in-use", "bundle_sid": null}]}"""
                .formatted(NUMBER_SID, Hook.ACCOUNT, application, smsUrl);
    }

    static String service(String url, boolean byNumber) {
        return """
                {"sid": "%s", "account_sid": "%s", "friendly_name": "Bakery", "inbound_request_url": %s, "inbound_method": "POST",
                 "fallback_url": null, "status_callback": null, "use_inbound_webhook_on_number": %s, "usecase": "undeclared"}"""
                .formatted(SERVICE, Hook.ACCOUNT, url.isEmpty() ? "null" : "\"" + url + "\"", byNumber);
    }

    /** How Twilio refuses. */
    static ResponseDefinitionBuilder error(int status, int code, String words) {
        return json("{\"code\": %d, \"message\": \"%s\", \"more_info\": \"https://www.twilio.com/docs/errors/%1$d\", \"status\": %d}"
                .formatted(code, words, status)).withStatus(status);
    }

    static ResponseDefinitionBuilder json(String body) {
        return aResponse().withStatus(200).withHeader("Content-Type", "application/json").withBody(body);
    }

    void account(ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo(ACCOUNT_PATH + ".json")).withBasicAuth(Hook.ACCOUNT, Hook.TOKEN).willReturn(answer));
    }

    void log(ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo(ACCOUNT_PATH + "/Messages.json")).withBasicAuth(KEY, KEY_SECRET.reveal())
                .withQueryParam("PageSize", equalTo("1"))
                .willReturn(answer));
    }

    void number(ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo(ACCOUNT_PATH + "/IncomingPhoneNumbers.json")).withBasicAuth(Hook.ACCOUNT, Hook.TOKEN)
                .withQueryParam("PhoneNumber", equalTo(OURS.e164()))
                .willReturn(answer));
    }

    void service(ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo("/v1/Services/" + SERVICE)).withBasicAuth(Hook.ACCOUNT, Hook.TOKEN).willReturn(answer));
    }

    void pool(ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo("/v1/Services/" + SERVICE + "/PhoneNumbers/" + NUMBER_SID))
                .withBasicAuth(Hook.ACCOUNT, Hook.TOKEN)
                .willReturn(answer));
    }

    List<Finding> look() {
        return look(plain(), List.of(OURS));
    }

    List<Finding> look(TwilioAccount account, List<PhoneNumber> numbers) {
        return look(account, expecting(numbers, OWN, SHARED), InstantSource.fixed(NOW));
    }

    List<Finding> look(TwilioAccount account, Expected expected, InstantSource clock) {
        var base = URI.create("http://127.0.0.1:" + server.getPort());
        return new TwilioSelfCheck(account, base, new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2)), clock).look(expected);
    }

    /** The one finding about that point; of webhooks, the one about texts that come in. */
    static Finding only(List<Finding> findings, Point point) {
        List<Finding> found = findings.stream()
                .filter(finding -> finding.point() == point && !finding.detail().startsWith("Reports: "))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(point + " in " + findings);
        }
        return found.getFirst();
    }

    static List<Grade> grades(List<Finding> findings, Point point) {
        return findings.stream().filter(finding -> finding.point() == point).map(Finding::grade).toList();
    }

    static Expected expecting(List<PhoneNumber> numbers, String...inbound) {
        List<URI> status = List.of(URI.create(inbound[0].replace("inbound", "status")));
        return new Expected(numbers, Stream.of(inbound).map(URI::create).toList(), status);
    }

    static TwilioAccount plain() {
        return FakeTwilio.account();
    }

    static TwilioAccount withKey() {
        return new TwilioAccount(Hook.ACCOUNT, KEY, KEY_SECRET, List.of(TOKEN), Optional.empty());
    }

    static TwilioAccount withService() {
        return new TwilioAccount(Hook.ACCOUNT, Hook.ACCOUNT, TOKEN, List.of(TOKEN), Optional.of(SERVICE));
    }

    /** What was asked, in order. */
    List<String> asked() {
        return server.getAllServeEvents()
                .stream()
                .map(ServeEvent::getRequest)
                .map(r -> r.getMethod() + " " + r.getUrl())
                .toList()
                .reversed();
    }
}
