package dev.parley.vonage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of every table of errors. */
final class TablesTest {

    private static final String PAGES = "https://developer.vonage.com/en/";

    @ParameterizedTest @CsvSource({"1, THROTTLED", "2, REQUEST_INVALID", "3, REQUEST_INVALID", "4, PROVIDER_AUTH", "5, UNAVAILABLE",
        "6, RECIPIENT_INVALID", "7, RECIPIENT_UNREACHABLE", "8, PROVIDER_ACCOUNT", "9, PROVIDER_ACCOUNT", "10, THROTTLED",
        "11, PROVIDER_ACCOUNT", "12, REQUEST_INVALID", "14, PROVIDER_AUTH", "15, SENDER_NOT_ALLOWED", "22, REQUEST_INVALID",
        "23, REQUEST_INVALID", "29, DESTINATION_NOT_ALLOWED", "32, PROVIDER_AUTH", "33, RECIPIENT_INVALID", "999, UNKNOWN"})
    void a_status_of_the_sms_api_has_a_reason_and_a_page(String status, Reason reason) {
        ProviderError error = SmsErrors.error(status, "");
        assertEquals(reason, error.reason());
        assertEquals(status, error.code());
        assertTrue(error.text().endsWith(". See " + PAGES + "api-errors/sms#" + status), error.text());
        assertTrue(SmsErrors.error(status, "No.").text().startsWith("No. See "), error.text());
    }

    @ParameterizedTest @CsvSource({"1, UNKNOWN", "2, RECIPIENT_UNREACHABLE", "3, RECIPIENT_INVALID", "4, RECIPIENT_UNREACHABLE",
        "5, RECIPIENT_UNREACHABLE", "6, CONTENT_REJECTED", "7, RECIPIENT_UNREACHABLE", "8, UNAVAILABLE", "9, OPTED_OUT",
        "10, REQUEST_INVALID", "11, DESTINATION_NOT_ALLOWED", "12, RECIPIENT_INVALID", "13, CONTENT_REJECTED", "14, RECIPIENT_UNREACHABLE",
        "15, RECIPIENT_UNREACHABLE", "50, SENDER_NOT_ALLOWED", "51, SENDER_NOT_ALLOWED", "52, CONTENT_REJECTED", "53, SENDER_NOT_ALLOWED",
        "54, DESTINATION_NOT_ALLOWED", "99, UNKNOWN", "999, UNKNOWN"})
    void a_code_of_a_receipt_has_a_reason_and_a_page(String code, Reason reason) {
        ProviderError error = DeliveryReceipts.error("failed", code);
        assertEquals(reason, error.reason());
        assertEquals(code, error.code());
        assertTrue(error.text().endsWith(". See " + PAGES + "messaging/sms/guides/delivery-receipts"), error.text());
    }

    @ParameterizedTest @CsvSource({"1000, THROTTLED", "1010, REQUEST_INVALID", "1020, REQUEST_INVALID", "1021, REQUEST_INVALID",
        "1022, REQUEST_INVALID", "1030, UNAVAILABLE", "1040, RECIPIENT_INVALID", "1050, RECIPIENT_UNREACHABLE", "1060, PROVIDER_ACCOUNT",
        "1070, PROVIDER_ACCOUNT", "1080, PROVIDER_ACCOUNT", "1090, REQUEST_INVALID", "1100, UNAVAILABLE", "1110, PROVIDER_AUTH",
        "1120, SENDER_NOT_ALLOWED", "1130, REQUEST_INVALID", "1140, PROVIDER_ACCOUNT", "1150, REQUEST_INVALID",
        "1160, DESTINATION_NOT_ALLOWED", "1170, RECIPIENT_INVALID", "1180, RECIPIENT_UNREACHABLE", "1190, RECIPIENT_INVALID",
        "1200, RECIPIENT_UNREACHABLE", "1210, CONTENT_REJECTED", "1220, RECIPIENT_UNREACHABLE", "1230, UNAVAILABLE", "1240, OPTED_OUT",
        "1241, THROTTLED", "1250, DESTINATION_NOT_ALLOWED", "1260, RECIPIENT_INVALID", "1270, CONTENT_REJECTED",
        "1280, RECIPIENT_UNREACHABLE", "1290, RECIPIENT_UNREACHABLE", "1300, RECIPIENT_INVALID", "1310, UNSUPPORTED", "1320, UNKNOWN",
        "1330, UNKNOWN", "1331, UNAVAILABLE", "1340, WINDOW_CLOSED", "1360, EXPIRED", "1370, PROVIDER_AUTH", "9999, UNKNOWN"})
    void a_number_of_the_messages_api_has_a_reason_and_a_page(String number, Reason reason) {
        var byTitle = MessagesErrors.reported(JsonNodeFactory.instance.objectNode().put("title", number), "rejected");
        assertEquals(reason, byTitle.reason());
        assertEquals(number, byTitle.code());
        assertTrue(byTitle.text().endsWith(". See " + PAGES + "api-errors/messages#" + number), byTitle.text());
        String type = "https://developer.nexmo.com/api-errors/messages-olympus#" + number;
        assertEquals(byTitle,
                MessagesErrors.reported(JsonNodeFactory.instance.objectNode().put("type", type).put("title", "Oh"), "rejected"));
    }

    @ParameterizedTest @CsvSource({"400, REQUEST_INVALID", "401, PROVIDER_AUTH", "402, PROVIDER_ACCOUNT", "403, PROVIDER_AUTH",
        "404, REQUEST_INVALID", "422, REQUEST_INVALID", "429, THROTTLED", "302, UNKNOWN"})
    void what_has_no_number_is_judged_by_the_http_status(int status, Reason reason) {
        assertEquals(reason, HttpErrors.reason(status));
        Answer unheardOf = new Answer(status, Optional.empty(), "{\"title\":\"9999\"}");
        assertEquals(Optional.of(reason), MessagesErrors.answered(unheardOf).map(ProviderError::reason));
    }

    @ParameterizedTest @ValueSource(strings = {"", "null", "[]", "{}", "{\"title\":\"Unauthorized\"}", "{\"title\":12}", "<html/>"})
    void an_answer_without_a_number_has_none(String body) {
        assertEquals(Optional.empty(), MessagesErrors.answered(new Answer(401, Optional.empty(), body)));
    }

    @Test
    void an_answer_does_not_print_its_body() {
        assertEquals("Answer[400]", new Answer(400, Optional.empty(), "secret").toString());
    }
}
