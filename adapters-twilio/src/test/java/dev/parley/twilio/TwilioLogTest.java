package dev.parley.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.spi.InboundHistory;
import dev.parley.ports.spi.InboundHistory.Period;
import dev.parley.ports.spi.InboundHistory.ReceivedText;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendLookup;
import dev.parley.ports.spi.SendLookup.SearchedText;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport.Status;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Twilio's log says about texts whose answers were lost, and about those that never came. */
final class TwilioLogTest {

    @RegisterExtension
    static final WireMockExtension SERVER = FakeTwilio.extension();

    private static final PhoneNumber OURS = new PhoneNumber("+15005550009");
    private static final PhoneNumber CONTACT = new PhoneNumber("+15005550006");
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final String PATH = "/2010-04-01/Accounts/" + Hook.ACCOUNT + "/Messages.json";

    private static TwilioLog log(Duration patience) {
        URI api = URI.create("http://127.0.0.1:" + SERVER.getPort());
        return new TwilioLog(FakeTwilio.account(), api, new Timeouts(Duration.ofMillis(500), patience), () -> NOW);
    }

    private static TwilioLog log() {
        return log(Duration.ofSeconds(8));
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(get(anyUrl()).willReturn(answer));
    }

    private static void lists(String...texts) {
        answers(aResponse().withBody("{\"messages\":[" + String.join(",", texts) + "],\"next_page_uri\":null}"));
    }

    private static String sent(String sid, String body, Instant at) {
        return text(sid, "outbound-api", body, at);
    }

    private static String text(String sid, String direction, String body, Instant at) {
        boolean isOurs = direction.startsWith("outbound");
        String time = DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)).replace("GMT", "+0000");
        return """
                {"sid":"%s","direction":"%s","from":"%s","to":"%s","body":"%s","status":"%s","error_code":null,"num_media":"0",
                 "date_created":"%s","date_sent":%s,"price":null}""".formatted(
                sid,
                direction,
                isOurs ? OURS : CONTACT,
                isOurs ? CONTACT : OURS,
                body,
                isOurs ? "queued" : "received",
                time,
                isOurs ? "null" : "\"" + time + "\"");
    }

    private static SearchedText hello() {
        return new SearchedText(FakeTwilio.ID, Optional.of(OURS), CONTACT, "Hello", NOW);
    }

    private static List<String> found() {
        return assertInstanceOf(SendLookup.Answer.Found.class, log().lookUp(hello())).texts()
                .stream()
                .map(DeliveryReport::providerMessageId)
                .toList();
    }

    private static Period period(String...numbers) {
        return new Period(Stream.of(numbers).map(PhoneNumber::new).toList(), NOW, Optional.empty());
    }

    private static InboundHistory.Answer.Received received(Period period) {
        return assertInstanceOf(InboundHistory.Answer.Received.class, log().received(period));
    }

    private static String asked() {
        assertEquals(1, SERVER.getAllServeEvents().size(), "requests made");
        return SERVER.getAllServeEvents().getFirst().getRequest().getUrl();
    }

    @Test
    void a_text_is_found_by_its_ends_and_words() {
        lists(sent("SM1", "Hello", NOW.plusSeconds(1)));
        assertEquals(List.of("SM1"), found());
        assertEquals(PATH + "?PageSize=50&To=%2B15005550006&From=%2B15005550009", asked());
    }

    @Test
    void texts_of_the_same_words_come_in_the_order_in_which_twilio_took_them() {
        lists(sent("SM2", "Hello", NOW.plusSeconds(5)), sent("SM1", "Hello", NOW.plusSeconds(1)));
        assertEquals(List.of("SM1", "SM2"), found());
    }

    @Test
    void what_twilio_says_of_it_is_told() {
        lists(sent("SM1", "Hello", NOW).replace("\"queued\"", "\"undelivered\"").replace("\"error_code\":null", "\"error_code\":30005"));
        var told = assertInstanceOf(SendLookup.Answer.Found.class, log().lookUp(hello())).texts().getFirst();
        assertEquals(Status.UNDELIVERED, told.status());
        assertEquals(Reason.RECIPIENT_INVALID, told.error().orElseThrow().reason());
        assertEquals(Optional.of(OURS.e164()), told.from());
    }

    @Test
    void other_words_and_older_texts_are_not_it() {
        lists(
                sent("SM3", "Hello!", NOW.plusSeconds(1)),
                text("SM2", "inbound", "Hello", NOW.plusSeconds(1)),
                sent("SM1", "Hello", NOW.minusSeconds(121)));
        assertInstanceOf(SendLookup.Answer.NotFound.class, log().lookUp(hello()));
    }

    @Test
    void a_clock_that_is_behind_does_not_hide_it() {
        lists(sent("SM1", "Hello", NOW.minusSeconds(100)));
        assertEquals(List.of("SM1"), found());
    }

    @Test
    void a_trial_account_is_seen_through() {
        lists(sent("SM1", "Sent from your Twilio trial account - Hello", NOW));
        assertEquals(List.of("SM1"), found());
    }

    @Test
    void a_text_whose_sender_twilio_chose_is_searched_for_by_its_receiver() {
        lists(sent("SM1", "Hello", NOW));
        var anybodys = new SearchedText(FakeTwilio.ID, Optional.empty(), CONTACT, "Hello", NOW);
        assertInstanceOf(SendLookup.Answer.Found.class, log().lookUp(anybodys));
        assertEquals(PATH + "?PageSize=50&To=%2B15005550006", asked());
    }

    @Test
    void a_list_that_does_not_reach_back_far_enough_says_nothing() {
        String full = "{\"messages\":[" + sent("SM1", "Bye", NOW.plusSeconds(60)) + "],\"next_page_uri\":\"" + PATH + "?Page=1\"}";
        answers(aResponse().withBody(full));
        assertInstanceOf(SendLookup.Answer.Unavailable.class, log().lookUp(hello()));
    }

    @ParameterizedTest @ValueSource(ints = {301, 401, 403, 404, 408, 429, 500, 503})
    void who_does_not_answer_has_not_said_that_there_is_none(int status) {
        answers(aResponse().withStatus(status).withBody("{\"messages\":[]}"));
        assertInstanceOf(SendLookup.Answer.Unavailable.class, log().lookUp(hello()));
        assertInstanceOf(InboundHistory.Answer.Unavailable.class, log().received(period("+15005550009")));
    }

    @ParameterizedTest @ValueSource(strings = {"", "null", "[]", "{}", "{\"messages\":null}", "{\"messages\":[{}]}",
        "{\"messages\":[{\"sid\":\"SM1\"}]}", "<html>"})
    void nor_has_who_cannot_be_read(String body) {
        answers(aResponse().withBody(body));
        assertInstanceOf(SendLookup.Answer.Unavailable.class, log().lookUp(hello()));
        assertInstanceOf(InboundHistory.Answer.Unavailable.class, log().received(period("+15005550009")));
    }

    @ParameterizedTest @EnumSource(Fault.class)
    void nor_has_a_connection_that_breaks(Fault fault) {
        answers(aResponse().withBody("{\"messages\":[]}").withFault(fault));
        assertInstanceOf(SendLookup.Answer.Unavailable.class, log().lookUp(hello()));
    }

    @Test
    void nor_has_who_is_silent() {
        answers(aResponse().withBody("{\"messages\":[]}").withFixedDelay(3_000));
        assertInstanceOf(SendLookup.Answer.Unavailable.class, log(Duration.ofMillis(300)).lookUp(hello()));
    }

    @Test
    void what_one_number_received_is_asked_for_by_that_number() {
        lists(text("SM1", "inbound", "Hi", NOW.plusSeconds(7)));
        ReceivedText only = received(period("+15005550009")).texts().getFirst();
        assertEquals("SM1", only.text().providerMessageId());
        assertEquals(CONTACT.e164(), only.text().from());
        assertEquals(OURS.e164(), only.text().to());
        assertEquals("Hi", only.text().body());
        assertEquals(NOW.plusSeconds(7), only.at());
        assertEquals(PATH + "?PageSize=500&DateSent%3E=2026-05-04T10:00:00Z&To=%2B15005550009", asked());
    }

    @Test
    void what_several_numbers_received_is_one_question_too() {
        lists(sent("SM2", "Hello", NOW.plusSeconds(8)), text("SM1", "inbound", "Hi", NOW.plusSeconds(7)));
        var told = received(period("+15005550009", "+15005550008"));
        assertEquals(List.of("SM1"), told.texts().stream().map(t -> t.text().providerMessageId()).toList());
        assertTrue(told.next().isEmpty(), "there is another page");
        assertEquals(PATH + "?PageSize=500&DateSent%3E=2026-05-04T10:00:00Z", asked());
    }

    @Test
    void the_next_page_is_asked_for_where_twilio_says_that_it_is() {
        String next = PATH + "?Page=1&PageToken=PA1";
        answers(
                aResponse().withBody(
                        "{\"messages\":[" + text("SM2", "inbound", "Two", NOW.plusSeconds(9)) + "],\"next_page_uri\":\"" + next + "\"}"));
        var first = received(period("+15005550009"));
        assertEquals(Optional.of(next), first.next());
        SERVER.stubFor(
                get(urlPathEqualTo(PATH)).willReturn(
                        aResponse().withBody(
                                "{\"messages\":[" + text("SM1", "inbound", "One", NOW.minusSeconds(1)) + "],\"next_page_uri\":\"" + next
                                        + "\"}")));
        var second = received(new Period(List.of(OURS), NOW, first.next()));
        assertTrue(second.next().isEmpty(), "what is older is not wanted");
    }

    @Test
    void a_page_elsewhere_is_not_asked_for() {
        var elsewhere = new Period(List.of(OURS), NOW, Optional.of("/2010-04-01/Accounts/AC9/Messages.json?Page=1"));
        assertInstanceOf(InboundHistory.Answer.Unavailable.class, log().received(elsewhere));
        assertEquals(0, SERVER.getAllServeEvents().size());
    }

    @Test
    void pictures_are_pointed_at() {
        String list = PATH.replace(".json", "/MM1/Media.json");
        lists(
                text("MM1", "inbound", "", NOW).replace("\"num_media\":\"0\"", "\"num_media\":\"1\"")
                        .replace("\"price\":null", "\"subresource_uris\":{\"media\":\"" + list + "\"}"));
        assertEquals(list, received(period("+15005550009")).texts().getFirst().text().media().getFirst().url());
    }
}
