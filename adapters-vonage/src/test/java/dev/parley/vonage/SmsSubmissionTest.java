package dev.parley.vonage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SendOutcome.Accepted;
import dev.parley.ports.spi.SendOutcome.Ambiguous;
import dev.parley.ports.spi.SendOutcome.Refused;
import dev.parley.ports.spi.SendOutcome.Throttled;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SMS API answers 200 whatever it thinks of a text: what it thinks of each part stands in the body. */
final class SmsSubmissionTest {

    @RegisterExtension
    static final WireMockExtension SERVER = FakeVonage.extension();

    private final FakeVonage vonage = new FakeVonage(SERVER);

    private static String part(String status) {
        return status.equals("0") ? "{\"to\":\"447700900001\",\"message-id\":\"0A%d\",\"status\":\"0\",\"message-price\":\"0.0333\"}"
                : "{\"status\":\"" + status + "\",\"error-text\":\"No.\"}";
    }

    private <T extends SendOutcome> T outcome(Class<T> kind, String...statuses) {
        String parts = Arrays.stream(statuses).map(SmsSubmissionTest::part).collect(Collectors.joining(","));
        for (int i = 1; parts.contains("%d"); i++) {
            parts = parts.replaceFirst("%d", String.valueOf(i));
        }
        vonage.answers(200, "{\"message-count\":\"" + statuses.length + "\",\"messages\":[" + parts + "]}");
        return vonage.sendOnce(vonage.sms(), kind);
    }

    @Test
    void all_parts_taken_is_a_text_taken() {
        assertEquals(new Accepted(List.of("0A1", "0A2", "0A3"), Optional.of(3), Optional.empty()), outcome(Accepted.class, "0", "0", "0"));
    }

    @ParameterizedTest @CsvSource({"2, REQUEST_INVALID", "3, REQUEST_INVALID", "4, PROVIDER_AUTH", "6, RECIPIENT_INVALID",
        "7, RECIPIENT_UNREACHABLE", "8, PROVIDER_ACCOUNT", "9, PROVIDER_ACCOUNT", "11, PROVIDER_ACCOUNT", "12, REQUEST_INVALID",
        "14, PROVIDER_AUTH", "15, SENDER_NOT_ALLOWED", "22, REQUEST_INVALID", "23, REQUEST_INVALID", "29, DESTINATION_NOT_ALLOWED",
        "32, PROVIDER_AUTH", "33, RECIPIENT_INVALID", "999, UNKNOWN", "oops, UNKNOWN"})
    void a_refused_text_has_its_reason(String status, Reason reason) {
        Refused refused = outcome(Refused.class, status);
        assertEquals(reason, refused.error().reason());
        assertEquals(status, refused.error().code());
        assertTrue(refused.error().text().startsWith("No. See "), refused.error().text());
    }

    @ParameterizedTest @ValueSource(strings = {"1", "10"})
    void too_much_at_once_is_throttled(String status) {
        Throttled throttled = outcome(Throttled.class, status);
        assertEquals(Optional.empty(), throttled.retryAfter());
        assertEquals(status, throttled.error().code());
        assertEquals(Reason.THROTTLED, throttled.error().reason());
    }

    @Test
    void vonage_may_say_how_long_to_wait() {
        vonage.answers(200, "{\"message-count\":\"1\",\"messages\":[{\"status\":\"1\","
                + "\"error-text\":\"Throughput Rate Exceeded - please wait [ 250 ] and retry\"}]}");
        assertEquals(Optional.of(Duration.ofMillis(250)), vonage.sendOnce(vonage.sms(), Throttled.class).retryAfter());
    }

    @Test
    void nobody_knows_what_came_of_an_error_of_vonages_own() {
        assertTrue(outcome(Ambiguous.class, "5").detail().contains("status 5"));
    }

    @ParameterizedTest @CsvSource({"0, 5", "5, 0", "1, 5", "5, 15"})
    void nobody_knows_as_long_as_it_is_not_known_of_a_part(String one, String other) {
        outcome(Ambiguous.class, one, other);
    }

    /** To send it again would bring the first part twice, and it is not delivered unless all parts are. */
    @ParameterizedTest @CsvSource({"1, THROTTLED", "9, PROVIDER_ACCOUNT", "12, REQUEST_INVALID"})
    void a_torn_text_has_failed_and_is_not_sent_again(String status, Reason reason) {
        Refused refused = outcome(Refused.class, "0", "0", status);
        assertEquals(reason, refused.error().reason());
        assertEquals(status, refused.error().code());
        assertTrue(refused.error().text().startsWith("Only 2 of 3 parts were taken"), refused.error().text());
    }

    @Test
    void a_part_refused_for_good_wins_over_one_that_is_throttled() {
        assertEquals("15", outcome(Refused.class, "1", "15").error().code());
    }

    @Test
    void a_status_may_be_a_number() {
        vonage.answers(200, "{\"message-count\":1,\"messages\":[{\"status\":0,\"message-id\":\"0A1\"}]}");
        assertInstanceOf(Accepted.class, vonage.sendOnce(vonage.sms(), Accepted.class));
    }

    @Test
    void does_not_print_what_vonage_says() {
        assertEquals("Part[3, ]", new SmsSubmission.Part("3", "", "Invalid 447700900001").toString());
    }
}
