package dev.parley.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TwilioErrorsTest {

    @ParameterizedTest @CsvSource({"20003, PROVIDER_AUTH", "20429, THROTTLED", "21211, RECIPIENT_INVALID", "21212, SENDER_NOT_ALLOWED",
        "21606, SENDER_NOT_ALLOWED", "21659, SENDER_NOT_ALLOWED", "21660, SENDER_NOT_ALLOWED", "21408, DESTINATION_NOT_ALLOWED",
        "21602, REQUEST_INVALID", "21617, REQUEST_INVALID", "21658, REQUEST_INVALID", "21608, DESTINATION_NOT_ALLOWED",
        "21610, OPTED_OUT", "21611, THROTTLED", "21612, DESTINATION_NOT_ALLOWED", "21614, RECIPIENT_INVALID", "30001, THROTTLED",
        "30002, PROVIDER_ACCOUNT", "30003, RECIPIENT_UNREACHABLE", "30004, RECIPIENT_UNREACHABLE", "30005, RECIPIENT_INVALID",
        "30006, RECIPIENT_INVALID", "30007, CONTENT_REJECTED", "30008, UNKNOWN", "30034, SENDER_NOT_ALLOWED",
        "30035, SENDER_NOT_ALLOWED", "30019, CONTENT_REJECTED", "30036, EXPIRED", "30450, DESTINATION_NOT_ALLOWED",
        "30610, DESTINATION_NOT_ALLOWED", "30640, DESTINATION_NOT_ALLOWED", "99999, UNKNOWN"})
    void a_code_has_a_reason_and_a_page(String code, Reason reason) {
        ProviderError error = TwilioErrors.reported(code);
        assertEquals(reason, error.reason());
        assertEquals(code, error.code());
        assertTrue(error.text().endsWith(". See https://www.twilio.com/docs/api/errors/" + code), error.text());
    }

    @ParameterizedTest @CsvSource({"400, REQUEST_INVALID", "401, PROVIDER_AUTH", "402, PROVIDER_ACCOUNT", "403, PROVIDER_AUTH",
        "404, REQUEST_INVALID",
        "413, REQUEST_INVALID", "429, THROTTLED", "302, UNKNOWN"})
    void an_unknown_code_is_judged_by_the_http_status(int status, Reason reason) {
        ProviderError error = TwilioErrors.answered(status, "{\"code\":99999,\"message\":\"New.\",\"status\":" + status + "}");
        assertEquals(new ProviderError(reason, "99999", "New. See https://www.twilio.com/docs/api/errors/99999"), error);
    }

    @ParameterizedTest @ValueSource(strings = {"", "null", "[]", "{}", "\"x\"", "<html>Bad request</html>", "{\"code\":\"x\"}",
        "{\"code\":", "\u0000"})
    void an_answer_that_is_not_twilios_is_judged_by_the_http_status(String body) {
        ProviderError error = TwilioErrors.answered(400, body);
        assertEquals(new ProviderError(Reason.REQUEST_INVALID, "400", "Twilio answered HTTP 400 without a code."), error);
    }

    @ParameterizedTest @CsvSource({"400", "500"})
    void a_code_wins_over_the_http_status(int status) {
        ProviderError error = TwilioErrors.answered(status, "{\"code\":21610,\"message\":\"Unsubscribed.\",\"status\":400}");
        assertEquals(new ProviderError(Reason.OPTED_OUT, "21610", "Unsubscribed. See https://www.twilio.com/docs/api/errors/21610"), error);
    }
}
