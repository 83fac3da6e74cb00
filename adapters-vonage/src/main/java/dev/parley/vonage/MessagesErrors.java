package dev.parley.vonage;

import static dev.parley.ports.spi.Reason.CONTENT_REJECTED;
import static dev.parley.ports.spi.Reason.DESTINATION_NOT_ALLOWED;
import static dev.parley.ports.spi.Reason.EXPIRED;
import static dev.parley.ports.spi.Reason.OPTED_OUT;
import static dev.parley.ports.spi.Reason.PROVIDER_ACCOUNT;
import static dev.parley.ports.spi.Reason.PROVIDER_AUTH;
import static dev.parley.ports.spi.Reason.RECIPIENT_INVALID;
import static dev.parley.ports.spi.Reason.RECIPIENT_UNREACHABLE;
import static dev.parley.ports.spi.Reason.REQUEST_INVALID;
import static dev.parley.ports.spi.Reason.SENDER_NOT_ALLOWED;
import static dev.parley.ports.spi.Reason.THROTTLED;
import static dev.parley.ports.spi.Reason.UNAVAILABLE;
import static dev.parley.ports.spi.Reason.UNKNOWN;
import static dev.parley.ports.spi.Reason.UNSUPPORTED;
import static dev.parley.ports.spi.Reason.WINDOW_CLOSED;
import static dev.parley.vonage.Fault.code;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.spi.ProviderError;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Messages API's <a href="https://developer.vonage.com/en/api-errors/messages">error numbers</a> in our words. An error is a
 * problem document, which has the number as its title or at the end of its type.
 */
final class MessagesErrors {

    private static final String PAGE = "https://developer.vonage.com/en/api-errors/messages#";

    private static final Map<String, Fault> TABLE = Map.ofEntries(
            code("1000", THROTTLED, "Too many requests at once."),
            code("1010", REQUEST_INVALID, "A parameter is missing."),
            code("1020", REQUEST_INVALID, "A parameter is wrong."),
            code("1021", REQUEST_INVALID, "A tag is wrong."),
            code("1022", REQUEST_INVALID, "A template is wrong."),
            code("1030", UNAVAILABLE, "Vonage failed."),
            code("1040", RECIPIENT_INVALID, "Vonage knows no such number."),
            code("1050", RECIPIENT_UNREACHABLE, "The receiver is barred."),
            code("1060", PROVIDER_ACCOUNT, "The account is barred."),
            code("1070", PROVIDER_ACCOUNT, "The account has no credit."),
            code("1080", PROVIDER_ACCOUNT, "The account may not use this API."),
            code("1090", REQUEST_INVALID, "The text is too long."),
            code("1100", UNAVAILABLE, "Vonage failed."),
            code("1110", PROVIDER_AUTH, "The signature is wrong."),
            code("1120", SENDER_NOT_ALLOWED, "The sender may not send there."),
            code("1130", REQUEST_INVALID, "The time to live is wrong."),
            code("1140", PROVIDER_ACCOUNT, "The account may not do this."),
            code("1150", REQUEST_INVALID, "The message class is wrong."),
            code("1160", DESTINATION_NOT_ALLOWED, "A demo account can text listed numbers only."),
            code("1170", RECIPIENT_INVALID, "The receiver is no valid number."),
            code("1180", RECIPIENT_UNREACHABLE, "The handset could not be reached."),
            code("1190", RECIPIENT_INVALID, "The number is no longer in use."),
            code("1200", RECIPIENT_UNREACHABLE, "The receiver's number was moved to another carrier and cannot be found there."),
            code("1210", CONTENT_REJECTED, "The text was filtered as spam."),
            code("1220", RECIPIENT_UNREACHABLE, "The handset was busy."),
            code("1230", UNAVAILABLE, "The carrier's network failed."),
            code("1240", OPTED_OUT, "The receiver has opted out."),
            code("1241", THROTTLED, "Too many texts to this number."),
            code("1250", DESTINATION_NOT_ALLOWED, "Vonage has no route to the receiver."),
            code("1260", RECIPIENT_INVALID, "The receiver's number leads nowhere."),
            code("1270", CONTENT_REJECTED, "The carrier bars the text for the receiver's age."),
            code("1280", RECIPIENT_UNREACHABLE, "The carrier bars texts to the receiver."),
            code("1290", RECIPIENT_UNREACHABLE, "The receiver has no credit."),
            code("1300", RECIPIENT_INVALID, "The receiver is not in that network."),
            code("1310", UNSUPPORTED, "The receiver's device cannot take it."),
            code("1320", UNKNOWN, "It was already sent."),
            code("1330", UNKNOWN, "The carrier does not say why."),
            code("1331", UNAVAILABLE, "The carrier failed."),
            code("1340", WINDOW_CLOSED, "The receiver has not written lately."),
            code("1360", EXPIRED, "It could not be delivered in time."),
            code("1370", PROVIDER_AUTH, "The access token is too old."));

    private static final Pattern NUMBER = Pattern.compile("(?:.*#)?(\\d{4,6})");

    private MessagesErrors() {}

    /**
     * What a report's error object means.
     *
     * @param status the report's own word, for an error without number
     */
    static ProviderError reported(JsonNode error, String status) {
        return numbered(error, new Fault(UNKNOWN, "Vonage reports an error.")).orElseGet(() -> {
            String words = Json.find(error, "detail").or(() -> Json.find(error, "title")).orElse("Vonage does not say why");
            return new ProviderError(UNKNOWN, status, Fault.sentence(words));
        });
    }

    /** What an answer with an error number means; empty when it has none. */
    static Optional<ProviderError> answered(Answer answer) {
        Fault byStatus = new Fault(HttpErrors.reason(answer.status()), "Vonage refused it.");
        return Json.object(answer.body()).flatMap(problem -> numbered(problem, byStatus));
    }

    private static Optional<ProviderError> numbered(JsonNode problem, Fault otherwise) {
        return number(problem, "title").or(() -> number(problem, "type"))
                .map(number -> TABLE.getOrDefault(number, otherwise)
                        .error(number, Json.find(problem, "detail").orElse(""), PAGE + number));
    }

    private static Optional<String> number(JsonNode problem, String member) {
        return Json.find(problem, member).map(NUMBER::matcher).filter(Matcher::matches).map(found -> found.group(1));
    }
}
